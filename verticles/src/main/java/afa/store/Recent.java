package afa.store;

import afa.feed.LogEntry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The newest entries of a log, as they were told, without holes: what the archive may not have yet
 * when Redis loses its memory.
 */
final class Recent {
  private final long maxChars;
  private final Deque<LogEntry> entries = new ArrayDeque<>();
  private String epoch = "";
  private long chars;

  /**
   * @param maxChars of JSON; the oldest entry goes when there are more
   */
  Recent(long maxChars) {
    this.maxChars = maxChars;
  }

  /** Number of the newest entry, 0 when there is none of that life. */
  long last(String life) {
    return entries.isEmpty() || !life.equals(epoch) ? 0 : entries.getLast().n();
  }

  /** Adds what follows; what is known already, or lies behind a hole, is left out. */
  void take(String life, List<LogEntry> more) {
    if (!life.equals(epoch)) begin(life);
    for (LogEntry entry : more) {
      if (entries.isEmpty() || entry.n() == entries.getLast().n() + 1) add(entry);
    }
  }

  /** The same of somebody who may have more than is here: it takes the place of what is here. */
  void takeFrom(String life, List<LogEntry> more) {
    if (more.isEmpty()) return;
    boolean hole = more.get(0).n() > last(life) + 1;
    boolean longer = !covers(life, more.get(0).n() - 1, last(life))
        && more.get(more.size() - 1).n() >= last(life);
    if (hole || longer) begin(life);
    take(life, more);
  }

  private void begin(String life) {
    entries.clear();
    chars = 0;
    epoch = life;
  }

  private void add(LogEntry entry) {
    entries.addLast(entry);
    chars += entry.json().length();
    while (chars > maxChars && entries.size() > 1) {
      chars -= entries.removeFirst().json().length();
    }
  }

  /** Whether all from {@code since + 1} to {@code head} of that life are here. */
  boolean covers(String life, long since, long head) {
    if (since >= head) return true;
    return life.equals(epoch)
        && !entries.isEmpty()
        && entries.getFirst().n() <= since + 1
        && entries.getLast().n() >= head;
  }

  /** Those after {@code since}, oldest first, at most so many. */
  List<LogEntry> after(long since, int limit) {
    return entries.stream().filter(entry -> entry.n() > since).limit(limit).toList();
  }
}
