package afa.x;

import afa.message.SourceReported.State;
import afa.source.Appender;
import afa.source.SilenceWatch;
import afa.source.SourceContext;
import afa.source.SourceReader;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads X for as long as it is the owner: rules in step, connect, read until that ends, wait as long
 * as the reason asks for, again; by search instead when the day's posts are nearly used up.
 */
final class XReader implements SourceReader, XConnection.Listener, Appender.Brake {
  private static final Logger log = LoggerFactory.getLogger(XReader.class);

  private final SourceContext context;
  private final XParts parts;
  private final XClient client;
  private final XRulesKeeper rules;
  private final XGapFiller gap;
  private final XSweeper sweeper;
  private final XLookups lookups;
  private final XPoller poller;
  private final XStuck stuck;
  private final XRetry retry;
  private final SilenceWatch silence;
  private XConnection connection; // null while there is none
  private boolean running; // from an attempt until what came of it has ended
  private boolean waitsForStore;
  private boolean stopped;

  XReader(SourceContext context, XConfig config, XClient client) {
    this.context = context;
    this.client = client;
    parts = XParts.of(context, config, client);
    rules = new XRulesKeeper(client, config.rules(), context.event());
    gap = new XGapFiller(parts, this::tell);
    sweeper = new XSweeper(parts);
    lookups = new XLookups(parts);
    poller = new XPoller(parts);
    stuck = new XStuck(client);
    retry = new XRetry(parts, this::attempt);
    Duration quiet = config.tuning().checks().quiet();
    silence = new SilenceWatch(context, quiet, this::isListening, this::tooQuiet);
    context.brake(this);
  }

  @Override
  public void start() {
    context.resume().onSuccess(stored -> attempt());
    sweeper.start();
    lookups.start();
    silence.start();
  }

  @Override
  public Future<Void> stop() {
    stopped = true;
    retry.stop();
    silence.stop();
    gap.stop();
    sweeper.stop();
    lookups.stop();
    end(XProblem.of(XProblem.Kind.DISCONNECTED, "stopped"));
    return parts.purse().close().transform(done -> context.close());
  }

  /** One at a time: two connections would cut each other off. */
  private void attempt() {
    if (stopped || running) return;
    running = true;
    parts
        .purse()
        .reserve(2L * parts.budget().slack(client.now()))
        .compose(reserved -> begin())
        .otherwise(this::problem)
        .onSuccess(this::ended);
  }

  private Future<XProblem> begin() {
    Instant now = client.now();
    tellSpending();
    return switch (parts.budget().mode(now)) {
      case STREAM -> rules.keepInStep().compose(inStep -> client.connect()).compose(this::read);
      case SEARCH -> poller.poll().map(this::polled);
      case OFF -> Future.failedFuture(new XFailure(parts.budget().problem(now)));
    };
  }

  /** Whatever the client fails with is told by the status; anything else is a defect of ours. */
  private XProblem problem(Throwable failure) {
    if (!(failure instanceof XFailure)) {
      log.error("Reading X failed: event={}", context.event(), failure);
    }
    XProblem problem = XFailure.problem(failure);
    end(problem); // a connection left open would be counted by X
    return problem;
  }

  private Future<XProblem> read(XConnection opened) {
    connection = opened;
    if (stopped || context.isFull()) opened.end(XProblem.of(XProblem.Kind.PAUSED, ""));
    else connected();
    return opened.ended();
  }

  private void connected() {
    context.counters().connected();
    parts.coverage().connected(Instant.now());
    stuck.connected();
    gap.connected();
    tell();
    connection.read(this);
  }

  /** The end of a look by search; the next one follows without a word about trouble. */
  private XProblem polled(String lost) {
    retry.succeeded();
    context.status().claimsWithin(poller.patience());
    context.status().is(State.POLLING, poller.remark(lost));
    return XProblem.of(XProblem.Kind.POLLED, "").notBefore(client.now().plus(poller.pause()));
  }

  private void ended(XProblem problem) {
    Duration flowed = connection == null ? Duration.ZERO : connection.flowed();
    connection = null;
    running = false;
    gap.disconnected();
    sweeper.end();
    if (problem.kind() != XProblem.Kind.POLLED) parts.coverage().ended(problem.sentence());
    if (stopped) return;
    if (problem.kind() == XProblem.Kind.NO_RULES) rules.doubt();
    waitsForStore = context.isFull();
    if (waitsForStore) context.status().is(State.DEGRADED, problem.sentence());
    else next(problem, flowed);
  }

  private void next(XProblem problem, Duration flowed) {
    switch (problem.kind()) {
      case POLLED -> retry.in(Duration.between(client.now(), problem.notBefore()));
      case STREAM_SPENT -> attempt();
      case TOO_MANY_CONNECTIONS -> {
        retry.after(problem, flowed);
        stuck.refused().onSuccess(freed -> {
          if (freed > 0 && !stopped) retry.in(Duration.ZERO);
        });
      }
      default -> retry.after(problem, flowed);
    }
  }

  /** More lines of the last chunk may still come. */
  private void end(XProblem problem) {
    if (connection != null) connection.end(problem);
  }

  private void tell() {
    tellSpending();
    if (connection == null) return;
    if (!gap.isOpen()) sweeper.begin();
    String remark = rules.remark() == null ? gap.remark() : rules.remark();
    context.status().is(gap.isOpen() ? State.CATCHING_UP : State.STREAMING, remark);
  }

  private void tellSpending() {
    context.status().spending(parts.budget().spending(client.now()));
  }

  @Override
  public void sign() {
    Instant now = Instant.now();
    context.status().sign(now);
    if (connection != null) parts.coverage().alive(now);
  }

  @Override
  public void line(String line) {
    Instant now = Instant.now();
    XLine read = parts.intake().line(line, rules.foreign(), client.now());
    if (read instanceof XLine.Disconnect told) end(told.problem());
    XTaken taken = read.taken();
    if (taken.isNothing()) return;
    context.status().post(now);
    silence.post(now);
    context.bring(taken.posts(), taken.retracted(), gap.cursor());
    watchBudget();
  }

  private void watchBudget() {
    Instant now = client.now();
    int slack = parts.budget().slack(now);
    tellSpending();
    if (parts.budget().mode(now) != XBudget.Mode.STREAM) {
      end(XProblem.of(XProblem.Kind.STREAM_SPENT, ""));
    } else if (parts.budget().ahead(now) < slack / 2) {
      end(XProblem.of(XProblem.Kind.PAUSED, ""));
    } else if (parts.budget().ahead(now) < 2L * slack) {
      parts.purse().reserve(2L * slack);
    }
  }

  @Override
  public void tooLong() {
    parts.intake().malformed("longer than " + XLineReader.MAX_BYTES + " bytes", client.now());
  }

  private boolean isListening() {
    return connection != null && !gap.isOpen();
  }

  /** Connects anew when posts should have come. */
  private void tooQuiet(Instant since, Instant now) {
    XProblem silent = XProblem.of(XProblem.Kind.SILENT, "");
    parts.coverage().suspect(since, now, silent.sentence());
    rules.doubt(); // whoever took them away left the connection open
    end(silent);
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
