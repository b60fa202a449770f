package afa.schedule;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells of talks that are in one room at one time; all are kept, as drop-ins and merges are so. */
final class Overlaps {
  private Overlaps() {}

  static void tell(List<Talk> talks, Warnings warnings) {
    Map<String, Talk> last = new HashMap<>(); // in the room, the one that ends last
    for (Talk talk : talks) {
      if (talk.room().isEmpty() || talk.cancelled() || isAllDay(talk)) continue;
      Talk before = last.get(talk.room());
      if (before != null && talk.start().isBefore(before.end())) {
        warnings.add(talk.room(), talk.title(), "begins while \"" + before.title() + "\" is on");
      }
      if (before == null || talk.end().isAfter(before.end())) last.put(talk.room(), talk);
    }
  }

  private static boolean isAllDay(Talk talk) {
    return talk.length().compareTo(Duration.ofHours(24)) > 0;
  }
}
