package afa.delivery;

import afa.config.Section;
import java.time.Duration;

/**
 * How the readers of a node are sent away before it stops serving them.
 *
 * @param announce a node that ends, with others to go to, serves on for so long after it said that it
 *     is not ready, if anybody asks for that at all
 * @param spread those who are sent away come back within this, the fewer the sooner
 * @param limit who has not taken the goodbye by then is cut off, when the node ends
 */
public record DrainConfig(Duration announce, Duration spread, Duration limit) {
  /** Of a slow reader that is cut off nothing is lost, so nobody else waits longer for it. */
  private static final Duration SHORT_LIMIT = Duration.ofSeconds(1);

  /** What holds where nothing else is said. */
  public static final DrainConfig DEFAULT =
      new DrainConfig(Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(10));

  static DrainConfig read(Section drain) {
    DrainConfig config = new DrainConfig(
        millis(drain, "announceMillis", DEFAULT.announce, 60_000),
        millis(drain, "spreadMillis", DEFAULT.spread, 60_000),
        millis(drain, "limitMillis", DEFAULT.limit, 300_000));
    drain.end();
    return config;
  }

  private static Duration millis(Section drain, String key, Duration fallback, int most) {
    return Duration.ofMillis(drain.integer(key, (int) fallback.toMillis(), 0, most));
  }

  /**
   * How long the slowest are waited for.
   *
   * @param toOthers whether readers go to other nodes; else they wait for this one
   */
  Duration limit(boolean toOthers) {
    return toOthers || limit.compareTo(SHORT_LIMIT) < 0 ? limit : SHORT_LIMIT;
  }
}
