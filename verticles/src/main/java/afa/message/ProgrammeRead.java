package afa.message;

import java.time.Instant;
import java.util.List;

/**
 * Answers {@link ReadProgramme}.
 *
 * @param talks by start
 */
public record ProgrammeRead(List<Line> talks) implements BusMessage {
  public ProgrammeRead {
    talks = talks == null ? List.of() : List.copyOf(talks);
  }

  /**
   * A talk in short.
   *
   * @param talk its id
   * @param room empty where there is none
   * @param speakers their names
   * @param edited what a person has set and imports leave alone, as columns of the table talks
   * @param dropped whether it is not on the schedule any more
   * @param changedBy a person, or "the schedule"
   */
  public record Line(
      String talk,
      String title,
      Instant start,
      Instant end,
      String room,
      List<String> speakers,
      boolean cancelled,
      List<String> edited,
      boolean dropped,
      String changedBy) {
    public Line {
      speakers = speakers == null ? List.of() : List.copyOf(speakers);
      edited = edited == null ? List.of() : List.copyOf(edited);
    }
  }
}
