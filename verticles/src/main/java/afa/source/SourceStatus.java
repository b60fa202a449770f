package afa.source;

import afa.message.Addresses;
import afa.message.SourceReported;
import afa.message.SourceReported.State;
import afa.message.Spending;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a source is doing: told to the house on every change and every five seconds, and to the log on
 * every change. Only the owner of a source has one, or two nodes would contradict each other.
 */
public final class SourceStatus {
  private static final Logger log = LoggerFactory.getLogger(SourceStatus.class);
  private static final long EVERY_MS = 5_000;

  private final Vertx vertx;
  private SourceReported now;
  private final long timer;

  public SourceStatus(Vertx vertx, String event, String source) {
    this.vertx = vertx;
    now = new SourceReported(event, source, State.OFF, Instant.now(), null, null, "starting", null);
    timer = vertx.setPeriodic(EVERY_MS, tick -> publish());
  }

  /**
   * It does that now.
   *
   * @param remark a sentence for the operator, null when all is well
   */
  public void is(State state, String remark) {
    change(state, remark);
  }

  /** Something was heard from the network, a keep-alive at least. */
  public void sign(Instant at) {
    now = new SourceReported(
        now.event(),
        now.source(),
        now.state(),
        now.since(),
        now.lastPost(),
        at,
        now.remark(),
        now.spending());
  }

  /** A post came. */
  public void post(Instant at) {
    now = new SourceReported(
        now.event(), now.source(), now.state(), now.since(), at, at, now.remark(), now.spending());
  }

  /** What it has used of its day. */
  public void spending(Spending spending) {
    now = new SourceReported(
        now.event(),
        now.source(),
        now.state(),
        now.since(),
        now.lastPost(),
        now.lastSign(),
        now.remark(),
        spending);
  }

  /** The last word of a source that stops. */
  public void end() {
    vertx.cancelTimer(timer);
    change(State.OFF, "stopped");
  }

  private void change(State state, String remark) {
    boolean sameState = state == now.state();
    if (sameState && Objects.equals(remark, now.remark())) return;
    Instant since = sameState ? now.since() : Instant.now();
    now = new SourceReported(
        now.event(),
        now.source(),
        state,
        since,
        now.lastPost(),
        now.lastSign(),
        remark,
        now.spending());
    tell();
    publish();
  }

  private void tell() {
    String line = "Source: event={} source={} state={} remark={}";
    Object[] values = {now.event(), now.source(), now.state(), now.remark()};
    if (now.state() == State.DEGRADED) log.warn(line, values);
    else log.info(line, values);
  }

  private void publish() {
    Addresses.SOURCES.publish(vertx.eventBus(), now);
  }
}
