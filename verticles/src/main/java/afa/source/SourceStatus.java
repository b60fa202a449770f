package afa.source;

import afa.bus.Pulse;
import afa.message.Addresses;
import afa.message.SourceReported;
import afa.message.SourceReported.State;
import afa.message.Spending;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a source is doing: told to the house on every change and every five seconds, and to the log on
 * every change. Only the owner of a source has one, or two nodes would contradict each other.
 */
public final class SourceStatus {
  private static final Logger log = LoggerFactory.getLogger(SourceStatus.class);
  private static final long EVERY_MS = 5_000;

  /** A shorter wait is over before anybody has read of it. */
  private static final Duration WORTH_TELLING = Duration.ofMinutes(2);

  private final Vertx vertx;
  private final Pulse pulse = Pulse.here();
  private SourceReported now;
  private final long timer;
  private boolean over; // whatever is still said of it then is old

  public SourceStatus(Vertx vertx, String event, String source) {
    this.vertx = vertx;
    now = SourceReported.first(event, source, "starting", Instant.now());
    timer = vertx.setPeriodic(EVERY_MS, tick -> publish());
  }

  /**
   * It does that now.
   *
   * @param remark a sentence for the operator, null when all is well
   */
  public void is(State state, @Nullable String remark) {
    boolean isNews = state != now.state() || !Objects.equals(remark, now.remark());
    if (over || !isNews) return;
    now = now.withState(state, remark, Instant.now());
    boolean hindered = state == State.DEGRADED || state == State.OFF;
    pulse.trouble(now.source(), hindered ? now.source() + ": " + remark : null);
    tell();
    publish();
  }

  /**
   * It failed and tries again.
   *
   * @param wait until then
   */
  public void failed(SourceProblem problem, Duration wait) {
    boolean isLong = wait.compareTo(WORTH_TELLING) >= 0;
    String again = isLong ? "; trying again in " + wait.toMinutes() + " minutes" : "";
    is(problem.needsPerson() ? State.OFF : State.DEGRADED, problem.sentence() + again);
  }

  /** While it polls, a claim is made at most so much after the one before. */
  public void claimsWithin(Duration patience) {
    now = now.withPatience(patience.toSeconds());
  }

  /** Something was heard from the network, a keep-alive at least. */
  public void sign(Instant at) {
    now = now.withSign(at);
    pulse.worked(0);
  }

  /** A post came. */
  public void post(Instant at) {
    now = now.withPost(at);
    pulse.worked(1);
  }

  /** What it has used of its day. */
  public void spending(Spending spending) {
    now = now.withSpending(spending);
  }

  /** The last word of a source that stops. */
  public void end() {
    is(State.OFF, "stopped");
    hush();
  }

  /** Says nothing more, as another node speaks for the source. */
  public void hush() {
    over = true;
    vertx.cancelTimer(timer);
    pulse.trouble(now.source(), null);
  }

  private void tell() {
    String line = "Source: event={} source={} state={} remark={}";
    String remark = now.remark() == null ? "-" : now.remark();
    Object[] values = {now.event(), now.source(), now.state(), remark};
    if (now.state() == State.DEGRADED) log.warn(line, values);
    else log.info(line, values);
  }

  private void publish() {
    Addresses.SOURCES.publish(vertx.eventBus(), now);
  }
}
