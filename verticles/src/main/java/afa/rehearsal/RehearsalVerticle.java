package afa.rehearsal;

import afa.feed.EventInfo;
import afa.rehearsal.x.XOptions;
import afa.rehearsal.x.XSimulator;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;

/** Plays the conference inside a node, over real sockets, for a node that was told of no event. */
public final class RehearsalVerticle extends VerticleBase {
  private final XOptions options;
  private XSimulator x;

  /** The conference that travels with the product, at its natural pace, on free ports. */
  public RehearsalVerticle() {
    this(conference());
  }

  /** What {@link #conference} gives, changed. */
  public RehearsalVerticle(XOptions options) {
    this.options = options;
  }

  /** The conference as a node plays it: each run another way, some hours old when it starts. */
  public static XOptions conference() {
    return new XOptions()
        .conference(Conference.load(Conference.DEFAULT))
        .seed(System.currentTimeMillis())
        .history(120)
        .perSecond(1);
  }

  @Override
  public Future<?> start() {
    return XSimulator.start(vertx, options).map(started -> x = started);
  }

  /** The simulated X, once deployed. */
  public XSimulator x() {
    return x;
  }

  /** The event to follow, once deployed. */
  public EventInfo event() {
    return x.event();
  }
}
