package afa.x;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Posts that may be read in a day. X bills each post once in a day of UTC, so days begin there too.
 * A restart forgets what was read before.
 */
final class XBudget {
  private final int perDay;
  private LocalDate day = LocalDate.EPOCH;
  private int read;

  /**
   * @param perDay 0 for no limit
   */
  XBudget(int perDay) {
    this.perDay = perDay;
  }

  /** A post was read. */
  void spend(Instant now) {
    turn(now);
    read++;
  }

  boolean isSpent(Instant now) {
    turn(now);
    return perDay > 0 && read >= perDay;
  }

  /** What is to be told and done once it is spent. */
  XProblem problem(Instant now) {
    Instant midnight = now.atZone(ZoneOffset.UTC)
        .toLocalDate()
        .plusDays(1)
        .atStartOfDay()
        .toInstant(ZoneOffset.UTC);
    return XProblem.of(XProblem.Kind.BUDGET_SPENT, perDay + " posts").notBefore(midnight);
  }

  private void turn(Instant now) {
    LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
    if (today.equals(day)) return;
    day = today;
    read = 0;
  }
}
