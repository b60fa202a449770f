package afa.x;

import afa.source.Backoff;
import afa.source.SourceContext;
import java.time.Duration;

/** When to try again: as long after an end as its reason asks for; the operator is told. */
final class XRetry {
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
    Duration wait = backoff.after(problem.told(), flowed, client.now());
    context.status().failed(problem.told(), wait);
    in(wait);
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
