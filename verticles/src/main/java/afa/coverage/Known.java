package afa.coverage;

import afa.feed.Coverage;
import afa.feed.EventInfo;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of an event's sources.
 *
 * @param heard the last word of each source, or part of one, by its name
 * @param claimed what the log has of its time, by the same names
 * @param listeningSince from when on words of sources could reach us
 * @param trouble absent when {@code claimed} is what the store has now
 */
record Known(
    EventInfo info,
    Map<String, Heard> heard,
    Map<String, Coverage> claimed,
    Instant listeningSince,
    @Nullable Trouble trouble) {

  Known {
    heard = Map.copyOf(heard);
    claimed = Map.copyOf(claimed);
  }

  /**
   * The store cannot be asked.
   *
   * @param sentence for people
   */
  record Trouble(Instant since, String sentence) {}

  boolean isOver(Instant now) {
    return now.isAfter(info.end());
  }
}
