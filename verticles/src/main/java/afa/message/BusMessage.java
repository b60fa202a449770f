package afa.message;

/** Everything that travels on the event bus. {@link Addresses} says from whom to whom. */
public sealed interface BusMessage
    permits AppendPosts,
        Appended,
        CoverageRead,
        EventList,
        HeadAnnounced,
        ListEvents,
        LogGrew,
        LogPage,
        ReadCoverage,
        ReadCursor,
        ReadLog,
        SourceCursor,
        SourceReported,
        StoreIdentity,
        WhichStore {}
