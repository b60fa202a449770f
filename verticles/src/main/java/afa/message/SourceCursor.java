package afa.message;

import afa.feed.Coverage;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@link ReadCursor}.
 *
 * @param cursor in the source's own format; absent before the first post
 * @param coverage what the log has of the source's time; absent before the source told of any
 * @param epoch the life of the log that both belong to; absent while there is no such log
 */
public record SourceCursor(
    @Nullable String cursor, @Nullable Coverage coverage, @Nullable String epoch)
    implements BusMessage {}
