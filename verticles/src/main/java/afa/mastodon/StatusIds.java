package afa.mastodon;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

/** The ids that a server gives its statuses. */
final class StatusIds {
  /** Not always numbers: the longer is the newer, of two of the same length the one behind. */
  static final Comparator<String> ORDER =
      Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

  /** Mastodon's ids are milliseconds, shifted by this. */
  private static final int TIME_SHIFT = 16;

  private static final Instant FIRST = Instant.parse("2010-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2100-01-01T00:00:00Z");

  private StatusIds() {}

  /**
   * An id of the server's that lies so much before another one; the same one where ids do not tell
   * the time.
   */
  static String before(String id, Duration time) {
    if (id.length() < 16 || id.length() > 18 || !isNumber(id)) return id;
    long number = Long.parseLong(id);
    Instant made = Instant.ofEpochMilli(number >>> TIME_SHIFT);
    boolean tellsTime = made.isAfter(FIRST) && made.isBefore(LAST);
    return tellsTime ? Long.toString(number - (time.toMillis() << TIME_SHIFT)) : id;
  }

  private static boolean isNumber(String id) {
    return id.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** The newer of two; null is the oldest of all. */
  static String newer(String one, String other) {
    if (one == null || other == null) return one == null ? other : one;
    return ORDER.compare(one, other) >= 0 ? one : other;
  }
}
