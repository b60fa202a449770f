package afa.message;

import afa.feed.EventInfo;
import java.util.List;

/** Answers {@link ListEvents}. */
public record EventList(List<EventInfo> events) implements BusMessage {
  public EventList {
    events = events == null ? List.of() : List.copyOf(events);
  }
}
