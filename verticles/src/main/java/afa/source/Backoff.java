package afa.source;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The growing wait between attempts. Each cause is counted for itself, so that two troubles which
 * take turns do not keep each other's waits short; only a healthy connection makes all forgotten.
 * Not safe for use by several threads.
 */
public final class Backoff {
  /** Adds up to a quarter, never takes away: a wait that a server asked for is kept. */
  private static final double JITTER = 0.25;

  /** Why an attempt or a connection ended. */
  public enum Cause {
    /** Refused, reset, cut off, gone silent; nothing to wait for after a healthy connection. */
    NETWORK,
    /** The server is in trouble (HTTP 5xx). */
    SERVER,
    /** Too many requests or connections (HTTP 429). */
    LIMIT,
    /** Something was missing that the caller supplies now: at once, and if that did not help as
     * {@link #SERVER}. */
    REPAIRED,
    /** A person must act; asking goes on, rarely. */
    REFUSED
  }

  private final BackoffRules rules;
  private final Map<Cause, Integer> failures = new EnumMap<>(Cause.class);

  public Backoff(BackoffRules rules) {
    this.rules = rules;
  }

  /**
   * How long to wait after a failure.
   *
   * @param flowed for how long data or keep-alives came over the connection that ended; zero where
   *     there was none
   * @param random from 0 (inclusive) to 1 (exclusive)
   */
  public Duration next(Cause cause, Duration flowed, double random) {
    boolean healthy = flowed.compareTo(rules.healthyAfter()) >= 0 && !flowed.isZero();
    if (healthy) failures.clear();
    if (healthy && cause == Cause.NETWORK) return Duration.ZERO;
    int earlier = failures.merge(cause, 1, Integer::sum) - 1;
    return jittered(wait(cause, earlier), random);
  }

  /**
   * The same, but never earlier than the server allows.
   *
   * @param notBefore by the same clock as {@code now}
   */
  public Duration next(
      Cause cause, Duration flowed, double random, Instant now, Instant notBefore) {
    Duration own = next(cause, flowed, random);
    Duration asked = Duration.between(now, notBefore);
    return own.compareTo(asked) >= 0 ? own : jittered(asked, random / 10);
  }

  /**
   * How long to wait after a problem, as long at least as the network asks for.
   *
   * @param now by the clock of the problem
   */
  public Duration after(SourceProblem problem, Duration flowed, Instant now) {
    Instant allowed = problem.notBefore() == null ? now : problem.notBefore();
    return next(problem.cause(), flowed, random(), now, allowed);
  }

  /** How long to wait after a failure inside our own house. */
  Duration afterOurs() {
    return next(Cause.SERVER, Duration.ZERO, random());
  }

  private static double random() {
    return ThreadLocalRandom.current().nextDouble();
  }

  /** Forgets all failures; to be called when an attempt worked and there is no connection. */
  public void succeeded() {
    failures.clear();
  }

  private Duration wait(Cause cause, int earlier) {
    return switch (cause) {
      case NETWORK -> least(rules.linearStep().multipliedBy(earlier + 1L), rules.linearMost());
      case SERVER -> doubled(rules.serverFirst(), earlier, rules.serverMost());
      case LIMIT -> doubled(rules.limitFirst(), earlier, rules.limitMost());
      case REFUSED -> rules.refused();
      case REPAIRED ->
        earlier == 0
            ? Duration.ZERO
            : doubled(rules.serverFirst(), earlier - 1, rules.serverMost());
    };
  }

  private static Duration doubled(Duration first, int times, Duration most) {
    // 2^20 times any first wait is beyond every limit, and far from an overflow.
    return least(first.multipliedBy(1L << Math.min(times, 20)), most);
  }

  private static Duration least(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  private static Duration jittered(Duration wait, double random) {
    return wait.plusNanos((long) (wait.toNanos() * JITTER * random));
  }
}
