package afa.chaos.checker;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How long readers had to wait for what the log had: what others had seen, or was acknowledged. */
final class Stalls {
  private final Map<Long, Long> grewAt = new HashMap<>(); // by number, milliseconds since 1970
  private long longest;
  private String where = "nobody";

  Stalls(List<Posted> posted) {
    for (Posted post : posted) {
      if (post.n() != 0) grewAt.merge(post.n(), post.acknowledgedAt(), Math::min);
    }
  }

  void grew(Entry entry) {
    if (entry.isEntry()) grewAt.merge(entry.n(), entry.at(), Math::min);
  }

  /** What there was before a reader began it may take its time to read. */
  void measure(String reader, List<Entry> history) {
    if (history.isEmpty()) return;
    long begun = history.get(0).at();
    for (Entry entry : history) {
      if (!entry.isEntry()) continue;
      long stall = entry.at() - Math.max(begun, grewAt.get(entry.n()));
      if (stall <= longest) continue;
      longest = stall;
      where = reader + " at " + entry.n();
    }
  }

  long longestMillis() {
    return longest;
  }

  String where() {
    return where;
  }
}
