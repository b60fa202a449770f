package afa.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * How many bytes of bodies may be under way at once, from the first one read until the answer. Who
 * finds it full comes back later: what cannot be stored in time must not pile up here. Shared by all
 * connections.
 */
final class Room {
  /** What they become on the way, posts and text, takes some five times as much. */
  static final long BYTES = 64 << 20;

  private final AtomicLong taken = new AtomicLong();
  private final Counter refused = Metrics.counter("afa.ingest.refused");

  /**
   * What a body may need.
   *
   * @param length as the request says; without one it may be all that is allowed
   */
  static long needed(@Nullable String length, int most) {
    if (length == null) return most;
    try {
      long said = Long.parseLong(length.trim());
      return said < 0 ? most : Math.min(most, said);
    } catch (NumberFormatException notANumber) {
      return most;
    }
  }

  /** False when there is no room for it. */
  boolean enter(long bytes) {
    if (taken.addAndGet(bytes) <= BYTES) return true;
    leave(bytes);
    refused.increment();
    return false;
  }

  void leave(long bytes) {
    taken.addAndGet(-bytes);
  }
}
