package afa.message;

import afa.schedule.Talk;
import java.util.List;

/**
 * Answers {@link ReadSchedule}.
 *
 * @param version grows with each change, also where the owner changes; 0 while nothing is known
 * @param unchanged whether the asker has this version: the rest is left out
 * @param talks by start, those that were dropped not among them
 */
public record ScheduleRead(String event, long version, boolean unchanged, List<Talk> talks)
    implements BusMessage {
  public ScheduleRead {
    talks = talks == null ? List.of() : List.copyOf(talks);
  }
}
