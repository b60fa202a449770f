package afa.delivery;

import java.time.Duration;

/**
 * When those who are sent away come back: not all in the same instant, and not before there is
 * somebody to come back to.
 *
 * @param soonestMillis until somebody serves again
 * @param spreadMillis after that they come evenly
 */
record ComeBack(long soonestMillis, long spreadMillis) {
  /** The limit for slow readers, and a start. */
  private static final long RESTART_MILLIS = 1_500;

  /** Others serve already. */
  private static final long MOVE_MILLIS = 100;

  private static final long LEAST_SPREAD_MILLIS = 500;

  /** Accepting a reader takes a cold event loop 0.4 ms. */
  private static final long MILLIS_A_READER = 1;

  /**
   * For the readers of an event loop.
   *
   * @param longest that their coming may take
   * @param toOthers whether they go to other nodes; else they wait for this one
   */
  static ComeBack of(int readers, Duration longest, boolean toOthers) {
    long spread = Math.max(LEAST_SPREAD_MILLIS, readers * MILLIS_A_READER);
    return new ComeBack(
        toOthers ? MOVE_MILLIS : RESTART_MILLIS, Math.min(longest.toMillis(), spread));
  }

  /**
   * For one of them.
   *
   * @param random from 0 (inclusive) to 1 (exclusive)
   */
  long millis(double random) {
    return soonestMillis + (long) (spreadMillis * random);
  }
}
