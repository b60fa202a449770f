package afa.message;

import afa.feed.LogEntry;
import java.util.List;

/**
 * The log of an event grew.
 *
 * @param epoch the life of the log that these numbers belong to
 * @param head number of the newest update
 * @param entries those just appended, oldest first; the last one is numbered {@code head}
 */
public record LogGrew(String event, String epoch, long head, List<LogEntry> entries)
    implements BusMessage {
  public LogGrew {
    entries = entries == null ? List.of() : List.copyOf(entries);
  }
}
