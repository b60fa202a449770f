package afa.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Asks what happened, newest first.
 *
 * @param before only what is older; absent for the newest
 * @param limit 1 to 500
 */
public record ReadTimeline(@Nullable Instant before, int limit) implements BusMessage {}
