package afa.site;

import java.time.Instant;
import java.util.List;

/**
 * A talk of the schedule, as much of it as the header of a page shows.
 *
 * @param speakers names, in the schedule's order
 * @param room empty where the schedule names none
 * @param end after {@code start}
 */
record Talk(String title, List<String> speakers, String room, Instant start, Instant end) {
  Talk {
    speakers = List.copyOf(speakers);
  }

  boolean isOn(Instant now) {
    return !now.isBefore(start) && now.isBefore(end);
  }
}
