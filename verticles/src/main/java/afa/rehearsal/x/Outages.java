package afa.rehearsal.x;

import afa.rehearsal.Ledger;
import java.time.Instant;

/** Writes into the ledger when nobody could read the stream, because of the network. */
final class Outages {
  private final Ledger ledger;
  private String reason; // null while all is well
  private Instant since;

  Outages(Ledger ledger) {
    this.ledger = ledger;
  }

  /** From now on nobody can; of two reasons the first counts. */
  void begin(String why, Instant now) {
    if (reason != null) return;
    reason = why;
    since = now;
  }

  /** Somebody can again. */
  void end(Instant now) {
    if (reason == null) return;
    ledger.outage(since, now, reason);
    reason = null;
  }
}
