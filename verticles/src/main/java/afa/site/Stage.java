package afa.site;

import afa.schedule.Talk;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Decides which talks are "on stage now". */
final class Stage {
  /** An exhibition that is open all day is no talk, and must not hide the talks. */
  private static final Duration LONGEST = Duration.ofHours(6);

  /** More parallel rooms than that make a list nobody reads in a header. */
  private static final int MOST = 6;

  private Stage() {}

  /** The talks that are on, the one that began last first. */
  static List<Talk> on(List<Talk> schedule, Instant now) {
    return schedule.stream()
        .filter(talk -> talk.isOn(now))
        .filter(talk -> talk.length().compareTo(LONGEST) <= 0)
        .sorted(Comparator.comparing(Talk::start).reversed())
        .limit(MOST)
        .toList();
  }
}
