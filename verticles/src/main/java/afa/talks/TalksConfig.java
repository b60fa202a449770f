package afa.talks;

import java.time.Duration;

/**
 * How often things are looked at.
 *
 * @param readEvery how often the schedule is read again: often enough for a talk that was moved,
 *     seldom enough for whoever serves it
 * @param gather how long updates gather after the bell, so that a burst costs few transactions
 * @param catchUpEvery how often the log and PostgreSQL are looked at without any bell
 */
public record TalksConfig(Duration readEvery, Duration gather, Duration catchUpEvery) {
  public static final TalksConfig DEFAULT =
      new TalksConfig(Duration.ofMinutes(3), Duration.ofMillis(50), Duration.ofSeconds(5));
}
