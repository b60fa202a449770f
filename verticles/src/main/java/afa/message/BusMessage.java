package afa.message;

/** Everything that travels on the event bus. {@link Addresses} says from whom to whom. */
public sealed interface BusMessage
    permits AppendPosts,
        Appended,
        CommandVerticle,
        CoverageRead,
        EventList,
        Happened,
        HeadAnnounced,
        IntegrityRead,
        LinesRead,
        ListEvents,
        LogGrew,
        LogPage,
        NodeReported,
        ReadCoverage,
        ReadCursor,
        ReadIntegrity,
        ReadLines,
        ReadLog,
        ReadTimeline,
        SourceCursor,
        SourceReported,
        StoreIdentity,
        TimelineRead,
        VerticleCommanded,
        WhichStore {}
