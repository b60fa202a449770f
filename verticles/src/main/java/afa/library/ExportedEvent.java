package afa.library;

import afa.feed.EventInfo;
import org.jspecify.annotations.Nullable;

/**
 * An event as the archive knows it.
 *
 * @param epoch the newest life of its log; empty before the first
 * @param info as its file describes it; absent of events from before that was kept
 */
public record ExportedEvent(String event, String epoch, @Nullable EventInfo info) {
  /** What people call it. */
  public String name() {
    return info == null ? event : info.name();
  }
}
