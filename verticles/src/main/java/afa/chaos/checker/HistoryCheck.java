package afa.chaos.checker;

import afa.chaos.checker.Finding.Kind;
import java.util.BitSet;
import java.util.List;

/** Whether a reader's history is exactly what follows its beginning, up to the head. */
final class HistoryCheck {
  private final String reader;
  private final Evidence evidence;
  private final Findings findings;
  private final BitSet seen = new BitSet();
  private int highest;

  HistoryCheck(String reader, Evidence evidence, Findings findings) {
    this.reader = reader;
    this.evidence = evidence;
    this.findings = findings;
  }

  void check(List<Entry> history) {
    if (history.isEmpty()) {
      findings.add(Kind.BEHIND, reader, "saw nothing at all");
      return;
    }
    Entry first = history.get(0);
    if (!first.type().equals(Entry.BEGIN)) {
      findings.add(Kind.LIFE, reader, "the history has no beginning");
      return;
    }
    highest = (int) first.n();
    seen.set(0, highest + 1);
    history.forEach(this::next);
    complete();
  }

  private void next(Entry entry) {
    if (!entry.epoch().equals(evidence.epoch())) {
      findings.add(Kind.LIFE, reader, "epoch " + entry.epoch() + " at " + entry.n());
    } else if (entry.type().equals(Entry.RESET)) {
      findings.add(Kind.LIFE, reader, "told to begin anew after " + highest);
    } else if (entry.isEntry()) {
      numbered(entry);
    }
  }

  private void numbered(Entry entry) {
    int n = (int) entry.n();
    if (n < 1 || n > evidence.head()) {
      findings.add(Kind.FOREIGN, reader, "number " + entry.n());
      return;
    }
    if (seen.get(n)) {
      findings.add(Kind.REPEATED, reader, n + " after " + highest);
    } else if (n < highest) {
      findings.add(Kind.OUT_OF_ORDER, reader, n + " after " + highest);
    }
    seen.set(n);
    highest = Math.max(highest, n);
  }

  private void complete() {
    for (int n = seen.nextClearBit(0); n < highest; n = seen.nextClearBit(n + 1)) {
      findings.add(Kind.MISSING, reader, Integer.toString(n));
    }
    if (highest < evidence.due()) {
      findings.add(Kind.BEHIND, reader, "ends at " + highest + " of " + evidence.due());
    }
  }
}
