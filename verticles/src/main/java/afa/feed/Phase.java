package afa.feed;

import java.time.Duration;
import java.time.Instant;

/** Where an event is in its life. */
public enum Phase {
  /** It has not begun; what is posted before is collected already. */
  DRAFT,
  LIVE,
  /** It is over, and people go on posting about it. */
  WIND_DOWN,
  /** It is over for good: everything is in the archive, and nobody follows it any more. */
  ARCHIVED;

  /** How long people go on posting, where nobody says otherwise. */
  public static final Duration WIND_DOWN_TIME = Duration.ofDays(7);

  /** In which the sources of all nodes have stopped, once that time has passed. */
  public static final Duration MARGIN = Duration.ofMinutes(1);

  /**
   * The phase at a moment.
   *
   * @param isArchived whether it was closed; until then an event that is over winds down
   */
  public static Phase of(EventInfo info, Instant now, boolean isArchived) {
    if (isArchived) return ARCHIVED;
    if (now.isBefore(info.begin())) return DRAFT;
    return now.isAfter(info.end()) ? WIND_DOWN : LIVE;
  }

  /** Whether it is time to close an event, once the archive has everything. */
  public static boolean isDue(EventInfo info, Instant now, Duration windDown) {
    return now.isAfter(info.end().plus(windDown));
  }

  /** In a word or two, for people. */
  public String words() {
    return switch (this) {
      case DRAFT -> "to come";
      case LIVE -> "on now";
      case WIND_DOWN -> "just over";
      case ARCHIVED -> "archived";
    };
  }
}
