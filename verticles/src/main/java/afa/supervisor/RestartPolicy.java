package afa.supervisor;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * How long is waited before a verticle that failed is started again, and when that is given up. Not
 * safe for use by several threads.
 */
final class RestartPolicy {
  /** Adds up to a quarter, so that what failed together does not come back together. */
  private static final double JITTER = 0.25;

  private final Rules rules;
  private final Deque<Long> failures = new ArrayDeque<>(); // when, in nanoseconds, oldest first

  /**
   * @param first wait after the first failure, doubled with each further one in the window
   * @param most where that ends
   * @param limit failures in the window after which nothing is tried any more
   */
  record Rules(Duration first, Duration most, int limit, Duration window) {
    /** Two minutes of attempts, then a person is needed. */
    static final Rules HOUSE =
        new Rules(Duration.ofMillis(500), Duration.ofSeconds(30), 10, Duration.ofMinutes(10));
  }

  RestartPolicy(Rules rules) {
    this.rules = rules;
  }

  /**
   * It failed.
   *
   * @param nanos now, by a clock that never goes back
   * @param random from 0 (inclusive) to 1 (exclusive)
   * @return how long to wait; empty when it failed too often
   */
  Optional<Duration> failed(long nanos, double random) {
    long window = rules.window().toNanos();
    failures.removeIf(earlier -> nanos - earlier > window);
    failures.add(nanos);
    if (failures.size() >= rules.limit()) return Optional.empty();
    // 2^20 times any first wait is beyond every limit, and far from an overflow.
    int doublings = Math.min(failures.size() - 1, 20);
    Duration wait = rules.first().multipliedBy(1L << doublings);
    if (wait.compareTo(rules.most()) > 0) wait = rules.most();
    return Optional.of(wait.plusNanos((long) (wait.toNanos() * JITTER * random)));
  }

  /** A person took it in hand: what was before does not count any more. */
  void forget() {
    failures.clear();
  }

  /** Those that count. */
  int failures() {
    return failures.size();
  }

  Rules rules() {
    return rules;
  }
}
