package afa.rehearsal.bluesky;

import afa.rehearsal.Fault;
import afa.rehearsal.FaultOrder;
import afa.rehearsal.Faults;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;

/** Carries orders for faults to where they happen. */
final class BlueskyFaults implements Faults {
  private static final Duration USUAL_STALL = Duration.ofSeconds(60);
  private static final Duration USUAL_SLOWNESS = Duration.ofSeconds(10);
  private static final Set<Fault> KNOWN = EnumSet.of(
      Fault.DROP,
      Fault.CUT,
      Fault.STALL,
      Fault.SLOW,
      Fault.GARBAGE,
      Fault.OVERLONG,
      Fault.DUPLICATE,
      Fault.REORDER,
      Fault.DISCONNECT,
      Fault.UNAVAILABLE,
      Fault.UNAVAILABLE_HTML,
      Fault.OUTAGE,
      Fault.RATE_LIMITED,
      Fault.SEARCH_UNAVAILABLE);

  private final Vertx vertx;
  private final InstantSource clock;
  private final Firehose firehose;
  private final FirehoseFaults frames;
  private final Outages outages;

  BlueskyFaults(
      Vertx vertx, InstantSource clock, Firehose firehose, FirehoseFaults frames, Outages outages) {
    this.vertx = vertx;
    this.clock = clock;
    this.firehose = firehose;
    this.frames = frames;
    this.outages = outages;
  }

  @Override
  public Set<Fault> known() {
    return EnumSet.copyOf(KNOWN);
  }

  @Override
  public Future<Void> inject(FaultOrder order) {
    if (!KNOWN.contains(order.fault())) {
      return Future.failedFuture(new IllegalArgumentException(
          "Bluesky does not have the fault " + order.fault().id()));
    }
    make(order.fault(), order.length());
    return Future.succeededFuture();
  }

  private void make(Fault fault, Duration length) {
    switch (fault) {
      case DROP -> firehose.dropAll();
      case CUT -> frames.cutNext();
      case STALL -> {
        // Who is connected is left without a word; a new connection works.
        Duration stall = length.isZero() ? USUAL_STALL : length;
        firehose.subscribers().forEach(subscriber -> subscriber.stall(stall, clock.instant()));
      }
      case SLOW -> {
        Duration slowness = length.isZero() ? USUAL_SLOWNESS : length;
        firehose.subscribers().forEach(subscriber -> subscriber.slow(slowness));
      }
      case GARBAGE -> firehose.subscribers().forEach(frames::garbage);
      case OVERLONG -> firehose.subscribers().forEach(frames::overlong);
      case DUPLICATE -> firehose.subscribers().forEach(frames::repeat);
      case REORDER -> frames.holdNext();
      case DISCONNECT -> firehose.subscribers().forEach(Subscriber::goodbye);
      default -> refuse(fault, length);
    }
  }

  private void refuse(Fault fault, Duration length) {
    outages.begin(fault, length);
    if (!length.isZero()) {
      vertx.setTimer(length.toMillis() + 1, over -> outages.endThoseThatAreOver());
    }
    boolean names = fault == Fault.RATE_LIMITED || fault == Fault.SEARCH_UNAVAILABLE;
    if (!names) firehose.dropAll();
  }

  @Override
  public Future<Void> calm() {
    outages.endAll();
    frames.calm();
    firehose.subscribers().forEach(Subscriber::free);
    return Future.succeededFuture();
  }
}
