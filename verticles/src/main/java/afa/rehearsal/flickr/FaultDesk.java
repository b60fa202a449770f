package afa.rehearsal.flickr;

import afa.rehearsal.Fault;
import afa.rehearsal.FaultOrder;
import afa.rehearsal.Ledger;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Which faults there are at the moment. Nobody could read for as long as some of them last. */
final class FaultDesk {
  /** Those that Flickr can have. */
  static final Set<Fault> KNOWN = EnumSet.of(
      Fault.DROP,
      Fault.STALL,
      Fault.SLOW,
      Fault.GARBAGE,
      Fault.DUPLICATE,
      Fault.UNAVAILABLE,
      Fault.UNAVAILABLE_HTML,
      Fault.RATE_LIMITED,
      Fault.REVOKED,
      Fault.OUTAGE,
      Fault.SEARCH_UNAVAILABLE);

  private static final Set<Fault> HARMLESS =
      EnumSet.of(Fault.SLOW, Fault.DUPLICATE, Fault.GARBAGE, Fault.DROP);

  private final Vertx vertx;
  private final InstantSource clock;
  private final Ledger ledger;
  private final Map<Fault, Spell> spells = new EnumMap<>(Fault.class);

  /**
   * A time for which a fault lasts.
   *
   * @param timer that ends it; -1 for one that ends with the next request
   */
  private record Spell(Instant from, long timer) {}

  FaultDesk(Vertx vertx, InstantSource clock, Ledger ledger) {
    this.vertx = vertx;
    this.clock = clock;
    this.ledger = ledger;
  }

  /**
   * @throws IllegalArgumentException when Flickr does not know the fault
   */
  void inject(FaultOrder order) {
    Fault fault = order.fault();
    if (!KNOWN.contains(fault)) {
      throw new IllegalArgumentException("Flickr does not have the fault " + fault.id());
    }
    end(fault);
    Duration length = fault.isLasting() ? order.length() : Duration.ZERO;
    long timer =
        length.isZero() ? -1 : vertx.setTimer(Math.max(1, length.toMillis()), due -> end(fault));
    spells.put(fault, new Spell(clock.instant(), timer));
  }

  void calm() {
    EnumSet.allOf(Fault.class).forEach(this::end);
  }

  /** Whether this request meets the fault; one that was ordered once is over with it. */
  boolean meets(Fault fault) {
    Spell spell = spells.get(fault);
    if (spell != null && spell.timer() < 0) spells.remove(fault);
    return spell != null;
  }

  private void end(Fault fault) {
    Spell spell = spells.remove(fault);
    if (spell == null || spell.timer() < 0) return;
    vertx.cancelTimer(spell.timer());
    if (!HARMLESS.contains(fault)) ledger.outage(spell.from(), clock.instant(), fault.id());
  }
}
