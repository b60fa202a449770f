package afa.x;

import afa.message.SourceReported.State;
import afa.source.Appender;
import afa.source.Backoff;
import afa.source.SourceCounters;
import afa.source.SourceStatus;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the stream for as long as it is the owner: rules in step, connect, read until that ends, wait
 * as long as the reason asks for, again.
 */
final class XReader implements XConnection.Listener, Appender.Brake {
  private static final Logger log = LoggerFactory.getLogger(XReader.class);
  private static final Duration WORTH_TELLING = Duration.ofMinutes(2);

  private final Vertx vertx;
  private final String event;
  private final XClient client;
  private final XRulesKeeper rules;
  private final XBudget budget;
  private final Backoff backoff;
  private final SourceCounters counters;
  private final SourceStatus status;
  private final Appender appender;
  private final XIntake intake;
  private final XGapFiller gap;
  private XConnection connection; // null while there is none
  private boolean waitsForStore;
  private boolean stopped;
  private long timer = -1;

  XReader(Vertx vertx, String event, XConfig config, XClient client) {
    this.vertx = vertx;
    this.event = event;
    this.client = client;
    rules = new XRulesKeeper(client, config.rules(), event);
    budget = new XBudget(config.postsPerDay());
    backoff = new Backoff(config.tuning().backoff());
    counters = new SourceCounters(event, XStreamVerticle.SOURCE);
    status = new SourceStatus(vertx, event, XStreamVerticle.SOURCE);
    appender = new Appender(
        vertx, event, XStreamVerticle.SOURCE, config.tuning().appender(), counters, this);
    intake = new XIntake(event, counters, budget);
    gap = new XGapFiller(
        new XGapFiller.Parts(vertx, event, config, client, intake, budget, appender, counters),
        this::tell);
  }

  void start() {
    attempt();
  }

  /** Completes when the store has what was read, or two seconds have passed. */
  Future<Void> stop() {
    stopped = true;
    vertx.cancelTimer(timer);
    gap.stop();
    end(XProblem.of(XProblem.Kind.DISCONNECTED, "stopped"));
    status.end();
    return appender.close();
  }

  private void attempt() {
    rules
        .keepInStep()
        .compose(inStep -> client.connect())
        .compose(this::read)
        .otherwise(this::problem)
        .onSuccess(this::ended);
  }

  /** Whatever the client fails with is told by the status; anything else is a defect of ours. */
  private XProblem problem(Throwable failure) {
    if (!(failure instanceof XFailure)) log.error("Reading X failed: event={}", event, failure);
    XProblem problem = XFailure.problem(failure);
    end(problem); // a connection left open would be counted by X
    return problem;
  }

  private Future<XProblem> read(XConnection opened) {
    connection = opened;
    if (stopped || appender.isFull()) opened.end(XProblem.of(XProblem.Kind.PAUSED, ""));
    else connected();
    return opened.ended();
  }

  private void connected() {
    counters.connected();
    gap.connected();
    tell();
    connection.read(this);
  }

  private void ended(XProblem problem) {
    Duration flowed = connection == null ? Duration.ZERO : connection.flowed();
    connection = null;
    gap.disconnected();
    if (stopped) return;
    if (problem.kind() == XProblem.Kind.NO_RULES) rules.doubt();
    waitsForStore = appender.isFull();
    if (waitsForStore) status.is(State.DEGRADED, problem.sentence());
    else attemptAfter(problem, wait(problem, flowed));
  }

  private Duration wait(XProblem problem, Duration flowed) {
    Instant now = client.now();
    Instant notBefore = problem.notBefore() == null ? now : problem.notBefore();
    double random = ThreadLocalRandom.current().nextDouble();
    return backoff.next(problem.kind().cause, flowed, random, now, notBefore);
  }

  private void attemptAfter(XProblem problem, Duration wait) {
    boolean personNeeded = problem.kind().cause == Backoff.Cause.REFUSED;
    boolean isLong = wait.compareTo(WORTH_TELLING) >= 0;
    String again = isLong ? "; trying again in " + wait.toMinutes() + " minutes" : "";
    status.is(personNeeded ? State.OFF : State.DEGRADED, problem.sentence() + again);
    timer = vertx.setTimer(Math.max(1, wait.toMillis()), due -> attempt());
  }

  /** More lines of the last chunk may still come. */
  private void end(XProblem problem) {
    if (connection != null) connection.end(problem);
  }

  private void tell() {
    if (connection == null) return;
    String remark = rules.remark() == null ? gap.remark() : rules.remark();
    status.is(gap.isOpen() ? State.CATCHING_UP : State.STREAMING, remark);
  }

  @Override
  public void sign() {
    status.sign(Instant.now());
  }

  @Override
  public void line(String line) {
    Instant now = Instant.now();
    XLine read = XPostParser.line(line, now, rules.foreign());
    if (read instanceof XLine.Disconnect told) end(told.problem());
    intake.take(read, client.now()).ifPresent(post -> {
      status.post(now);
      appender.add(List.of(post), gap.cursor());
    });
    if (budget.isSpent(client.now())) end(budget.problem(client.now()));
  }

  @Override
  public void tooLong() {
    intake.malformed("longer than " + XLineReader.MAX_BYTES + " bytes", client.now());
  }

  @Override
  public void stopReading() {
    end(XProblem.of(XProblem.Kind.PAUSED, ""));
  }

  @Override
  public void goOn() {
    if (!waitsForStore || stopped) return;
    waitsForStore = false;
    attempt();
  }
}
