package afa.rehearsal.bluesky;

import afa.rehearsal.Fault;
import afa.rehearsal.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What is refused at this moment; times in which nobody could listen go to the ledger. */
final class Outages {
  private final InstantSource clock;
  private final Ledger ledger;
  private final Map<Fault, Outage> active = new EnumMap<>(Fault.class);

  /** @param end null for one refusal alone */
  private record Outage(Instant begin, Instant end) {}

  Outages(InstantSource clock, Ledger ledger) {
    this.clock = clock;
    this.ledger = ledger;
  }

  /** Begins one; with a length of zero it refuses once. */
  void begin(Fault fault, Duration length) {
    end(fault);
    Instant now = clock.instant();
    active.put(fault, new Outage(now, length.isZero() ? null : now.plus(length)));
  }

  /** Why something is refused, the first of those that hold; one that is meant once ends by it. */
  Optional<Fault> refusal(Fault... possible) {
    for (Fault fault : possible) {
      Outage outage = active.get(fault);
      if (outage == null) continue;
      boolean over = outage.end() != null && !clock.instant().isBefore(outage.end());
      if (over || outage.end() == null) end(fault);
      if (!over) return Optional.of(fault);
    }
    return Optional.empty();
  }

  /** A connection stood still from a time until it was given up. What moves again lost nothing. */
  void stalled(Instant from) {
    ledger.outage(from, clock.instant(), Fault.STALL.id());
  }

  /** Ends those whose time has come. */
  void endThoseThatAreOver() {
    Instant now = clock.instant();
    for (Fault fault : Map.copyOf(active).keySet()) {
      Instant end = active.get(fault).end();
      if (end != null && !now.isBefore(end)) end(fault);
    }
  }

  void endAll() {
    Map.copyOf(active).keySet().forEach(this::end);
  }

  private void end(Fault fault) {
    Outage outage = active.remove(fault);
    if (outage == null || isHarmless(fault)) return;
    Instant now = clock.instant();
    Instant end = outage.end() == null || outage.end().isAfter(now) ? now : outage.end();
    ledger.outage(outage.begin(), end, fault.id());
  }

  /** Names and quoted posts are not to be had; posts come all the same. */
  private static boolean isHarmless(Fault fault) {
    return fault == Fault.RATE_LIMITED || fault == Fault.SEARCH_UNAVAILABLE;
  }
}
