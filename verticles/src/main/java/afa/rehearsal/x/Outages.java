package afa.rehearsal.x;

import afa.rehearsal.Fault;
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

  /** Somebody can again, and what was posted meanwhile does not come by itself. */
  void end(Instant now) {
    if (reason == null) return;
    ledger.outage(since, now, reason);
    reason = null;
  }

  /** It ended while somebody was connected: what was held back comes, what was not sent does not. */
  void over(Instant now) {
    if (Fault.STALL.id().equals(reason)) reason = null;
    else end(now);
  }
}
