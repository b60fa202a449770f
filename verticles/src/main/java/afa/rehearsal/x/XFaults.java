package afa.rehearsal.x;

import afa.rehearsal.Fault;
import afa.rehearsal.FaultOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Carries orders for faults to where they happen. */
final class XFaults {
  /** Those after which a reader may come back at once. */
  private static final List<String> HARMLESS =
      List.of("OperationalDisconnect", "UpstreamOperationalDisconnect", "InternalError");

  /** All that X has; it does not move. */
  static final Set<Fault> KNOWN = EnumSet.complementOf(EnumSet.of(Fault.MOVED));

  private static final Duration USUAL_CHANGE = Duration.ofMinutes(1);
  private static final Duration USUAL_STALL = Duration.ofSeconds(40);
  private static final Duration USUAL_SILENCE = Duration.ofMinutes(3);
  private static final Duration USUAL_SLOWNESS = Duration.ofSeconds(5);

  private final XNetwork network;
  private final Stream stream;
  private final Refusals refusals;
  private final ConnectionLog connections;
  private final Replies replies;
  private final RandomGenerator random;

  XFaults(
      XNetwork network,
      Stream stream,
      Refusals refusals,
      ConnectionLog connections,
      Replies replies,
      RandomGenerator random) {
    this.network = network;
    this.connections = connections;
    this.replies = replies;
    this.stream = stream;
    this.refusals = refusals;
    this.random = random;
  }

  void inject(FaultOrder order) {
    Fault fault = order.fault();
    if (Refusals.isRefusal(fault)) {
      refuse(fault, order.length());
      return;
    }
    switch (fault) {
      case FRAMING -> framing(true);
      case DROP -> stream.drop(fault.id());
      case CUT -> stream.faults().cutNext();
      case STALL -> stream.stall(usual(order.length(), USUAL_STALL));
      case SILENCE -> stream.silence(usual(order.length(), USUAL_SILENCE));
      case CHANGED -> replies.respell(network.now().plus(usual(order.length(), USUAL_CHANGE)));
      case LOSE -> stream.faults().loseNext();
      case SLOW -> stream.ifOpen(open -> open.slow(usual(order.length(), USUAL_SLOWNESS)));
      case GARBAGE -> stream.ifOpen(open -> open.line(Garbage.any(random), () -> {}));
      case OVERLONG -> stream.ifOpen(open -> open.line(Garbage.overlong(), () -> {}));
      case DUPLICATE -> stream.ifOpen(stream.faults()::repeat);
      case REORDER -> stream.faults().holdNext();
      case DISCONNECT -> stream.disconnect(order.detail() == null ? anyType() : order.detail());
      default -> throw new IllegalArgumentException("X does not have the fault " + fault.id());
    }
  }

  /** A refusal shows only to who connects, so whoever is connected must do it again. */
  private void refuse(Fault fault, Duration length) {
    refusals.refuse(fault, network.now(), length);
    boolean searchOnly = fault == Fault.SEARCH_LIMITED || fault == Fault.SEARCH_UNAVAILABLE;
    if (!searchOnly) stream.drop(fault.id());
    if (fault == Fault.TOO_MANY_CONNECTIONS) connections.stick(network.now());
  }

  private void framing(boolean hostile) {
    stream.faults().framing(hostile);
    stream.ifOpen(open -> open.framing().hostile(hostile));
  }

  private String anyType() {
    return HARMLESS.get(random.nextInt(HARMLESS.size()));
  }

  private static Duration usual(Duration length, Duration otherwise) {
    return length.isZero() ? otherwise : length;
  }

  void calm() {
    refusals.forgiveAll();
    framing(false);
    connections.forgetAll();
    replies.respell(Instant.MIN);
    stream.free();
  }
}
