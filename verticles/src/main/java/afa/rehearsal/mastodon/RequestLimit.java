package afa.rehearsal.mastodon;

import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** So many requests within five minutes, told in the headers of every answer. */
final class RequestLimit {
  private static final Duration WINDOW = Duration.ofMinutes(5);

  private final InstantSource clock;
  private final int most;
  private Instant reset = Instant.EPOCH;
  private int used;

  RequestLimit(InstantSource clock, int most) {
    this.clock = clock;
    this.most = most;
  }

  /** Counts a request; says whether it is one too many. */
  boolean letsIn(HttpServerResponse response) {
    Instant now = clock.instant();
    if (!now.isBefore(reset)) {
      reset = now.plus(WINDOW);
      used = 0;
    }
    used++;
    response
        .putHeader("X-RateLimit-Limit", Integer.toString(most))
        .putHeader("X-RateLimit-Remaining", Integer.toString(Math.max(0, most - used)))
        .putHeader("X-RateLimit-Reset", reset.toString());
    return used <= most;
  }
}
