package afa.x;

import afa.config.Section;
import java.time.Duration;

/**
 * How many posts may be read in a day of UTC, and what happens when they are nearly used up. The
 * stream stops while {@link #kept} are left, as what X has sent by then is billed, too; searches ask
 * for a number, so they may use the rest.
 *
 * @param perDay 0 for no limit, else 100 or more
 * @param whenSpent what follows the stream
 * @param searchEvery time between two searches then
 */
record XLimit(int perDay, WhenSpent whenSpent, Duration searchEvery) {
  /** Fewer do not pay for one page of a search. */
  static final int LEAST_PER_DAY = 100;

  static final XLimit NONE = new XLimit(0, WhenSpent.OFF, Duration.ofMinutes(15));

  /** At half a US cent for a post (2026-08) these are about 50 USD. */
  private static final int USUAL_PER_DAY = 10_000;

  /** What follows the stream when the day's posts are nearly used up. */
  enum WhenSpent {
    /** A search now and then, with the fifth of the day's posts that is kept for that. */
    SEARCH,
    /** Nothing until midnight. */
    OFF
  }

  /** Reads {@code postsPerDay}, {@code whenSpent} and {@code searchEveryMinutes}. */
  static XLimit read(Section x) {
    int perDay = x.integer("postsPerDay", USUAL_PER_DAY, 0, 3_000_000);
    if (perDay > 0 && perDay < LEAST_PER_DAY) {
      x.problem("postsPerDay", "expected 0 for no limit, or at least " + LEAST_PER_DAY);
    }
    Duration every = Duration.ofMinutes(x.integer("searchEveryMinutes", 15, 1, 720));
    return new XLimit(perDay, whenSpent(x), every);
  }

  private static WhenSpent whenSpent(Section x) {
    String name = x.optionalText("whenSpent");
    if (name == null || name.equals("search")) return WhenSpent.SEARCH;
    if (!name.equals("off")) x.problem("whenSpent", "expected search or off");
    return WhenSpent.OFF;
  }

  boolean isNone() {
    return perDay == 0;
  }

  /** Posts that may still come after we end the stream; X sends 250 a second at most. */
  int slack() {
    return Math.max(20, Math.min(500, perDay / 50));
  }

  /** Posts of the day that the stream does not use. */
  int kept() {
    return whenSpent == WhenSpent.SEARCH ? Math.max(slack(), perDay / 5) : slack();
  }
}
