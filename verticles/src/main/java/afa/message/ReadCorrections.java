package afa.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Asks what was corrected, the newest first.
 *
 * @param before only what was corrected before that; absent: from the newest on
 * @param limit most corrections in the answer, 1 to {@link #MAX_LIMIT}
 */
public record ReadCorrections(String event, @Nullable Instant before, int limit)
    implements BusMessage {
  public static final int MAX_LIMIT = 200;
}
