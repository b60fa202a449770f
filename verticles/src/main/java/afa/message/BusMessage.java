package afa.message;

/** Everything that travels on the event bus. {@link Addresses} says from whom to whom. */
public sealed interface BusMessage
    permits AppendPosts,
        Appended,
        CoverageRead,
        EventList,
        HeadAnnounced,
        IntegrityRead,
        ListEvents,
        LogGrew,
        LogPage,
        ReadCoverage,
        ReadCursor,
        ReadIntegrity,
        ReadLog,
        SourceCursor,
        SourceReported,
        StoreIdentity,
        WhichStore {}
