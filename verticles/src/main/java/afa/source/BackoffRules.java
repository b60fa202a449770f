package afa.source;

import java.time.Duration;

/**
 * How long the waits of a {@link Backoff} are. Networks publish these numbers; tests shorten them.
 *
 * @param linearStep added with each failure of the network
 * @param linearMost where that ends
 * @param serverFirst wait after the first trouble of the server, doubled with each further one
 * @param serverMost where that ends
 * @param limitFirst wait after the first "too many", doubled with each further one
 * @param limitMost where that ends
 * @param refused wait where only a person can help
 * @param healthyAfter a connection that brought data for this long makes all earlier failures
 *     forgotten; a shorter one does not, or a server that accepts and drops would be called in a
 *     fast loop
 */
public record BackoffRules(
    Duration linearStep,
    Duration linearMost,
    Duration serverFirst,
    Duration serverMost,
    Duration limitFirst,
    Duration limitMost,
    Duration refused,
    Duration healthyAfter) {

  /**
   * What X documents for its streams (docs.x.com, "Handling disconnections", 2026-08): 250 ms more
   * each time up to 16 s; 5 s doubled up to 320 s; 60 s doubled. The end of the last one is ours:
   * the 15 minutes after which every limit of X begins anew.
   */
  public static final BackoffRules STREAM = new BackoffRules(
      Duration.ofMillis(250),
      Duration.ofSeconds(16),
      Duration.ofSeconds(5),
      Duration.ofSeconds(320),
      Duration.ofSeconds(60),
      Duration.ofMinutes(15),
      Duration.ofHours(1),
      Duration.ofSeconds(30));

  /** The same waits for a call inside our own house, where asking often costs little. */
  public static final BackoffRules HOUSE = new BackoffRules(
      Duration.ofMillis(250),
      Duration.ofSeconds(5),
      Duration.ofMillis(250),
      Duration.ofSeconds(5),
      Duration.ofMillis(250),
      Duration.ofSeconds(5),
      Duration.ofSeconds(5),
      Duration.ZERO);

  /** All waits divided, for tests that shall not take minutes. */
  public BackoffRules dividedBy(int divisor) {
    return new BackoffRules(
        linearStep.dividedBy(divisor),
        linearMost.dividedBy(divisor),
        serverFirst.dividedBy(divisor),
        serverMost.dividedBy(divisor),
        limitFirst.dividedBy(divisor),
        limitMost.dividedBy(divisor),
        refused.dividedBy(divisor),
        healthyAfter.dividedBy(divisor));
  }
}
