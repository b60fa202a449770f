package afa.message;

import afa.schedule.Talk;
import java.time.Instant;
import java.util.List;

/**
 * Answers {@link ReadTalk}.
 *
 * @param talk as it is shown
 * @param imported as the schedule told it last
 * @param edited what a person has set and imports leave alone, as columns of the table talks
 * @param dropped whether it is not on the schedule any more
 * @param changedAt when it became what it is; to be sent with an {@link EditTalk}
 * @param changedBy a person, or "the schedule"
 */
public record TalkRead(
    Talk talk,
    Talk imported,
    List<String> edited,
    boolean dropped,
    Instant changedAt,
    String changedBy)
    implements BusMessage {
  public TalkRead {
    edited = edited == null ? List.of() : List.copyOf(edited);
  }
}
