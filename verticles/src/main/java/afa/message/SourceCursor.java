package afa.message;

import org.jspecify.annotations.Nullable;

/**
 * Answers {@link ReadCursor}.
 *
 * @param cursor in the source's own format; absent before the first post
 */
public record SourceCursor(@Nullable String cursor) implements BusMessage {}
