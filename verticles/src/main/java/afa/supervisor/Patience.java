package afa.supervisor;

import java.time.Duration;

/**
 * How long a supervisor waits before it concludes that something is wrong.
 *
 * @param start for a verticle to serve
 * @param loop for an event loop that stands still; undeploying needs it, so nothing is won early
 */
record Patience(Duration start, Duration loop) {
  static final Patience HOUSE = new Patience(Duration.ofSeconds(60), Duration.ofSeconds(10));
}
