package afa.store;

import afa.feed.LogEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The entries that one append added, as the log holds them once it is done: what a batch itself
 * replaced or took away again is told to nobody.
 */
final class Growth {
  private final long before;
  private final List<LogEntry> entries = new ArrayList<>();
  private final Map<Long, Long> revisions = new HashMap<>(); // by target

  /**
   * @param before the head before the append
   */
  Growth(long before) {
    this.before = before;
  }

  void post(long n, String post) {
    entries.add(LogEntry.post(n, post));
  }

  void revise(long n, long target, String post) {
    replace(target, LogEntry.post(target, post));
    entries.add(LogEntry.revise(n, target, post));
    revisions.put(target, n);
  }

  void retract(long n, long target) {
    replace(target, LogEntry.gone(target));
    entries.add(LogEntry.retract(n, target));
  }

  private void replace(long target, LogEntry entry) {
    if (target > before) entries.set((int) (target - before) - 1, entry);
    Long revision = revisions.remove(target);
    if (revision != null) entries.set((int) (revision - before) - 1, LogEntry.gone(revision));
  }

  int size() {
    return entries.size();
  }

  /** Oldest first. */
  List<LogEntry> entries() {
    return List.copyOf(entries);
  }
}
