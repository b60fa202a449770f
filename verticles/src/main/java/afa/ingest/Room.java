package afa.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.atomic.AtomicLong;

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

  /** What a request may need: what it says, or all that is allowed when it says nothing. */
  static long needed(HttpServerRequest request, int most) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    if (length == null) return most;
    try {
      return Math.max(0, Math.min(most, Long.parseLong(length.trim())));
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
