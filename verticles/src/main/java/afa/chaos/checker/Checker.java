package afa.chaos.checker;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The independent checker: takes ledgers, gives findings. Pure. */
public final class Checker {
  private Checker() {}

  /** Compares everything with everything. */
  public static Report check(Evidence evidence) {
    Findings findings = new Findings();
    new LogCheck(evidence, findings).check();
    Contents contents = new Contents();
    Stalls stalls = new Stalls(evidence.posted());
    evidence.log().forEach(entry -> contents.saw("log", entry));
    Map<String, Supplier<List<Entry>>> readers = new TreeMap<>(evidence.readers());
    readers.forEach((reader, history) -> history.get().forEach(entry -> {
      contents.saw(reader, entry);
      stalls.grew(entry);
    }));
    contents.judge(findings);
    long seen = 0;
    for (Map.Entry<String, Supplier<List<Entry>>> reader : readers.entrySet()) {
      List<Entry> history = reader.getValue().get();
      seen += history.size();
      new HistoryCheck(reader.getKey(), evidence, findings).check(history);
      stalls.measure(reader.getKey(), history);
    }
    return new Report(
        findings.list(), evidence.head(), seen, stalls.longestMillis(), stalls.where());
  }
}
