package afa.rehearsal.x;

import io.vertx.core.http.HttpServerResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Requests per 15 minutes, told in the headers of every answer. */
final class RateLimits {
  private static final long WINDOW_SECONDS = 900;

  private final boolean enforced;
  private final Map<Endpoint, Window> windows = new HashMap<>();

  /**
   * @param enforced otherwise the last request never runs out
   */
  RateLimits(boolean enforced) {
    this.enforced = enforced;
  }

  /** What X counts together, with its limit for an app-only token (August 2026). */
  enum Endpoint {
    STREAM(50),
    READ_RULES(450),
    CHANGE_RULES(100),
    SEARCH(450),
    LOOKUP(3_500),
    OTHER(300);

    private final int limit;

    Endpoint(int limit) {
      this.limit = limit;
    }
  }

  private record Window(long end, int remaining) {}

  /**
   * Counts a request and writes the headers.
   *
   * @return whether it is let through
   */
  boolean admit(Endpoint endpoint, Instant now, HttpServerResponse response) {
    long second = now.getEpochSecond();
    Window window = windows.get(endpoint);
    if (window == null || second >= window.end) {
      window = new Window(second + WINDOW_SECONDS, endpoint.limit);
    }
    boolean admitted = window.remaining > 0;
    int least = enforced ? 0 : 1;
    windows.put(endpoint, new Window(window.end, Math.max(least, window.remaining - 1)));
    write(response, endpoint, windows.get(endpoint).remaining, window.end);
    return admitted;
  }

  private static void write(
      HttpServerResponse response, Endpoint endpoint, int remaining, long reset) {
    response
        .putHeader("x-rate-limit-limit", Integer.toString(endpoint.limit))
        .putHeader("x-rate-limit-remaining", Integer.toString(remaining))
        .putHeader("x-rate-limit-reset", Long.toString(reset));
  }
}
