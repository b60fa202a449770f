package afa.rehearsal.syndication;

import afa.rehearsal.Fault;
import afa.rehearsal.FaultOrder;
import afa.rehearsal.Ledger;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is wrong with the blogs just now. */
final class BlogFaults {
  /** With these nobody can read. */
  private static final Set<Fault> OUTAGES = EnumSet.of(
      Fault.OUTAGE,
      Fault.UNAVAILABLE,
      Fault.UNAVAILABLE_HTML,
      Fault.RATE_LIMITED,
      Fault.REVOKED,
      Fault.FORBIDDEN,
      Fault.STALL,
      Fault.DROP,
      Fault.CUT,
      Fault.GARBAGE,
      Fault.OVERLONG);

  private static final Set<Fault> NUISANCES =
      EnumSet.of(Fault.SLOW, Fault.CHANGED, Fault.MOVED, Fault.DUPLICATE, Fault.REORDER);

  private final Vertx vertx;
  private final InstantSource clock;
  private final Ledger ledger;
  private final Map<Fault, Lasting> lasting = new EnumMap<>(Fault.class);
  private final Set<Fault> once = EnumSet.noneOf(Fault.class);

  private record Lasting(Instant from, Instant to, long timer) {}

  BlogFaults(Vertx vertx, InstantSource clock, Ledger ledger) {
    this.vertx = vertx;
    this.clock = clock;
    this.ledger = ledger;
  }

  static Set<Fault> known() {
    Set<Fault> all = EnumSet.copyOf(OUTAGES);
    all.addAll(NUISANCES);
    return all;
  }

  /** Makes a fault, for the next request only where it has no length. */
  void inject(FaultOrder order) {
    Fault fault = order.fault();
    if (!known().contains(fault)) {
      throw new IllegalArgumentException("blogs do not have the fault " + fault.id());
    }
    if (order.length().isZero()) {
      once.add(fault);
      return;
    }
    end(fault);
    Instant from = clock.instant();
    long timer = vertx.setTimer(Math.max(1, order.length().toMillis()), over -> end(fault));
    lasting.put(fault, new Lasting(from, from.plus(order.length()), timer));
  }

  private void end(Fault fault) {
    Lasting ended = lasting.remove(fault);
    if (ended == null) return;
    vertx.cancelTimer(ended.timer());
    if (OUTAGES.contains(fault)) ledger.outage(ended.from(), clock.instant(), fault.id());
  }

  void calm() {
    once.clear();
    EnumSet.copyOf(known()).forEach(this::end);
  }

  /** What happens to the request that is here now. */
  Optional<Fault> next() {
    Optional<Fault> fault = lasting.keySet().stream().findFirst();
    if (fault.isPresent()) return fault;
    fault = once.stream().findFirst();
    fault.ifPresent(once::remove);
    return fault;
  }

  /** Whole seconds until a fault is over, at least one. */
  long secondsLeft(Fault fault) {
    Lasting one = lasting.get(fault);
    if (one == null) return 1;
    return Math.max(1, (one.to().toEpochMilli() - clock.millis() + 999) / 1_000);
  }
}
