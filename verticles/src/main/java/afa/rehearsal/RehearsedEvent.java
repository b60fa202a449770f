package afa.rehearsal;

import afa.feed.EventInfo;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The event that a node follows when it is told of no other. */
public final class RehearsedEvent {
  /** Its id. */
  public static final String ID = "rehearsal";

  /** Its name, as people say it. */
  public static final String NAME = "Inkwherry";

  /** Its hashtag. */
  public static final String HASHTAG = "inkwherry";

  /** The rule that finds its posts. */
  public static final String RULE = "#" + HASHTAG;

  private static final Duration LENGTH = Duration.ofDays(30); // longer than anybody rehearses

  private RehearsedEvent() {}

  /**
   * Its description.
   *
   * @param schedule address of its {@code schedule.json}
   */
  public static EventInfo info(ConferenceDay day, ZoneId zone, String schedule) {
    return info(day.start(), zone, schedule, List.of(), List.of());
  }

  /**
   * The same with what is followed.
   *
   * @param begin when it begins, to the minute
   * @param sources names of its networks
   * @param mediaOrigins where its pictures come from
   */
  static EventInfo info(
      Instant begin,
      ZoneId zone,
      String schedule,
      List<String> sources,
      List<String> mediaOrigins) {
    LocalDateTime from = LocalDateTime.ofInstant(begin, zone).truncatedTo(ChronoUnit.MINUTES);
    return new EventInfo(
        ID, NAME, zone.getId(), from, from.plus(LENGTH), schedule, HASHTAG, sources, mediaOrigins);
  }
}
