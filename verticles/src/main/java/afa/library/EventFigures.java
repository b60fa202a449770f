package afa.library;

import java.time.LocalDate;
import java.util.List;

/**
 * What an event amounts to.
 *
 * @param people accounts that posted
 * @param photos posts with photos
 * @param talks of its schedule, without those that were dropped
 * @param days those with posts, in order
 */
public record EventFigures(long posts, long people, long photos, long talks, List<Day> days) {
  public EventFigures {
    days = List.copyOf(days);
  }

  /** A day at the venue. */
  public record Day(LocalDate date, long posts) {}
}
