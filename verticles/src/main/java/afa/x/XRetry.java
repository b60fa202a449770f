package afa.x;

import afa.message.SourceReported.State;
import afa.source.Backoff;
import afa.source.SourceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/** When to try again: as long after an end as its reason asks for; the operator is told. */
final class XRetry {
  private static final Duration WORTH_TELLING = Duration.ofMinutes(2);

  private final SourceContext context;
  private final XClient client;
  private final Backoff backoff;
  private final Runnable attempt;
  private long timer = -1;

  XRetry(XParts parts, Runnable attempt) {
    this.context = parts.context();
    this.client = parts.client();
    this.backoff = new Backoff(parts.config().tuning().backoff());
    this.attempt = attempt;
  }

  /**
   * Tries again after a problem.
   *
   * @param flowed for how long bytes came
   */
  void after(XProblem problem, Duration flowed) {
    Duration wait = wait(problem, flowed);
    boolean personNeeded = problem.kind().cause == Backoff.Cause.REFUSED;
    boolean isLong = wait.compareTo(WORTH_TELLING) >= 0;
    String again = isLong ? "; trying again in " + wait.toMinutes() + " minutes" : "";
    context.status().is(personNeeded ? State.OFF : State.DEGRADED, problem.sentence() + again);
    in(wait);
  }

  private Duration wait(XProblem problem, Duration flowed) {
    Instant now = client.now();
    Instant notBefore = problem.notBefore() == null ? now : problem.notBefore();
    double random = ThreadLocalRandom.current().nextDouble();
    return backoff.next(problem.kind().cause, flowed, random, now, notBefore);
  }

  /** Tries again after that long, whatever was planned. */
  void in(Duration wait) {
    stop();
    timer = context.vertx().setTimer(Math.max(1, wait.toMillis()), due -> attempt.run());
  }

  /** Something worked without a connection: what failed before is forgotten. */
  void succeeded() {
    backoff.succeeded();
  }

  void stop() {
    context.vertx().cancelTimer(timer);
  }
}
