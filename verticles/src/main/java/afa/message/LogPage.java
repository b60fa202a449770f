package afa.message;

import afa.feed.LogEntry;
import java.util.List;

/**
 * Answers {@link ReadLog}.
 *
 * @param epoch the life of the log that the numbers belong to
 * @param head number of the newest update of the log, not of the page
 * @param entries oldest first, without holes; empty when the reader has everything
 */
public record LogPage(String epoch, long head, List<LogEntry> entries) implements BusMessage {
  public LogPage {
    entries = entries == null ? List.of() : List.copyOf(entries);
  }

  /** Number of the last update of the page, or {@code since} when it is empty. */
  public long lastOr(long since) {
    return entries.isEmpty() ? since : entries.get(entries.size() - 1).n();
  }

  /** Whether the log goes on behind this page. */
  public boolean more() {
    return !entries.isEmpty() && lastOr(0) < head;
  }
}
