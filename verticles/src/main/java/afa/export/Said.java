package afa.export;

import java.time.Duration;

/**
 * Something that was said at a moment of a recording.
 *
 * @param at since the recording began; negative: before it
 */
public record Said(Duration at, String author, String words) {}
