package afa.message;

/**
 * Asks the archive for what it has of an event's newest life.
 *
 * @param epoch the life that was found in the log, empty when there is none: the answer says whether
 *     a newer one is known
 * @param since the entries after this number
 * @param limit most entries in the answer, 0 to {@link ReadLog#MAX_LIMIT}
 */
public record ReadArchive(String event, String epoch, long since, int limit)
    implements BusMessage {}
