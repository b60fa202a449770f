package afa.rehearsal.mastodon;

import afa.rehearsal.Fault;
import afa.rehearsal.FaultOrder;
import afa.rehearsal.Ledger;
import afa.rehearsal.Setting;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Carries orders for faults to the servers: to all, or to the one that the detail names. */
final class MastodonFaults {
  /** Those that it carries out. */
  static final Set<Fault> KNOWN = Collections.unmodifiableSet(EnumSet.of(
      Fault.FRAMING,
      Fault.DROP,
      Fault.CUT,
      Fault.STALL,
      Fault.SLOW,
      Fault.GARBAGE,
      Fault.DUPLICATE,
      Fault.REORDER,
      Fault.OVERLONG,
      Fault.UNAVAILABLE,
      Fault.UNAVAILABLE_HTML,
      Fault.RATE_LIMITED,
      Fault.FORBIDDEN,
      Fault.REVOKED,
      Fault.OUTAGE,
      Fault.SEARCH_UNAVAILABLE,
      Fault.SEARCH_LIMITED));

  private static final Duration USUAL_STALL = Duration.ofSeconds(45);
  private static final Duration USUAL_SLOWNESS = Duration.ofSeconds(5);

  private final Setting setting;
  private final Ledger ledger;
  private final List<RehearsedServer> servers;
  private final Map<Fault, Outage> outages = new EnumMap<>(Fault.class); // not in the ledger yet

  /** A time in which all servers refuse. */
  private record Outage(Instant from, Instant end) {}

  MastodonFaults(Setting setting, Ledger ledger, List<RehearsedServer> servers) {
    this.setting = setting;
    this.ledger = ledger;
    this.servers = servers;
  }

  void inject(FaultOrder order) {
    if (!KNOWN.contains(order.fault())) {
      throw new IllegalArgumentException(
          "Mastodon does not have " + order.fault().id());
    }
    List<RehearsedServer> affected = servers.stream()
        .filter(server -> order.detail() == null || order.detail().equals(server.name()))
        .toList();
    if (affected.isEmpty()) throw new IllegalArgumentException("no server " + order.detail());
    Instant now = setting.clock().instant();
    for (RehearsedServer server : affected) inject(order, server, now);
    boolean everybody = affected.size() == servers.size() && !order.length().isZero();
    if (everybody && Refusals.TOTAL.contains(order.fault())) outage(order, now);
  }

  private void inject(FaultOrder order, RehearsedServer server, Instant now) {
    HashtagStreams streams = server.streams();
    if (Refusals.isRefusal(order.fault())) {
      refuse(order, server, now);
      return;
    }
    switch (order.fault()) {
      case FRAMING -> streams.framing(true);
      case DROP -> streams.drop();
      case CUT -> streams.cutNext();
      case REORDER -> streams.holdNext();
      case DUPLICATE -> streams.repeat();
      case STALL -> stall(streams, usual(order.length(), USUAL_STALL));
      case SLOW -> {
        streams.each(StreamConnection::slow);
        freeAfter(streams, usual(order.length(), USUAL_SLOWNESS));
      }
      case GARBAGE -> streams.each(open -> open.send(Garbage.any(setting.random()), () -> {}));
      case OVERLONG -> streams.each(open -> open.send(Garbage.overlong(), () -> {}));
      default -> throw new IllegalStateException("a fault that is not carried out: " + order);
    }
  }

  /** A refusal shows only to who connects, so whoever is connected must do it again. */
  private void refuse(FaultOrder order, RehearsedServer server, Instant now) {
    boolean once = order.length().isZero() && order.fault() != Fault.REVOKED;
    Instant end = now.plus(order.length());
    server.refusals().refuse(order.fault(), once ? null : end);
    boolean askedOnly =
        order.fault() == Fault.SEARCH_LIMITED || order.fault() == Fault.SEARCH_UNAVAILABLE;
    if (!askedOnly) server.streams().drop();
  }

  private void stall(HashtagStreams streams, Duration length) {
    Instant from = setting.clock().instant();
    streams.each(StreamConnection::stall);
    // Who waits until it is over gets everything late; only who gives up missed something.
    streams.onGivenUp(() -> ledger.outage(from, setting.clock().instant(), Fault.STALL.id()));
    freeAfter(streams, length);
  }

  private void freeAfter(HashtagStreams streams, Duration length) {
    setting
        .vertx()
        .setTimer(Math.max(1, length.toMillis()), over -> streams.each(StreamConnection::free));
  }

  private static Duration usual(Duration length, Duration otherwise) {
    return length.isZero() ? otherwise : length;
  }

  /** It may be made longer meanwhile, or ended by {@link #calm}. */
  private void outage(FaultOrder order, Instant now) {
    Fault fault = order.fault();
    endIfDue(fault, now);
    Instant end = now.plus(order.length());
    Outage open = outages.getOrDefault(fault, new Outage(now, end));
    boolean isLonger = end.isAfter(open.end());
    outages.put(fault, new Outage(open.from(), isLonger ? end : open.end()));
    setting
        .vertx()
        .setTimer(
            order.length().toMillis() + 1,
            due -> endIfDue(fault, setting.clock().instant()));
  }

  private void endIfDue(Fault fault, Instant now) {
    Outage open = outages.get(fault);
    if (open != null && !open.end().isAfter(now)) end(fault);
  }

  /** Refusals end by the clock, whenever the timer that tells of it comes. */
  private void end(Fault fault) {
    Outage ended = outages.remove(fault);
    Instant now = setting.clock().instant();
    ledger.outage(ended.from(), ended.end().isAfter(now) ? now : ended.end(), fault.id());
  }

  void calm() {
    List.copyOf(outages.keySet()).forEach(this::end);
    for (RehearsedServer server : servers) {
      server.refusals().forgiveAll();
      server.streams().calm();
    }
  }
}
