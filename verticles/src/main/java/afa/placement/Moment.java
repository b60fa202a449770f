package afa.placement;

import afa.placement.Reason.Kind;
import afa.schedule.Talk;
import java.time.Duration;
import java.time.Instant;

/** What the time of a post says for a talk. */
final class Moment {
  /** How long before and after a talk its time alone speaks for it. */
  static final Duration BEFORE = Duration.ofMinutes(10);

  static final Duration AFTER = Duration.ofMinutes(45);

  private static final double DURING = 1.0;
  private static final double FAR = -4.0;

  private Moment() {}

  static boolean isNear(Talk talk, Instant posted) {
    return !posted.isBefore(talk.start().minus(BEFORE))
        && !posted.isAfter(talk.end().plus(AFTER));
  }

  static Reason of(Talk talk, Instant posted) {
    if (posted.isBefore(talk.start())) return before(talk, posted);
    if (posted.isAfter(talk.end())) return after(talk, posted);
    double in = minutes(talk.start(), posted);
    // Who writes in the first minutes often writes about what was before.
    double weight = in >= 4 ? DURING : DURING - 1.2 * (1 - in / 4);
    return new Reason(Kind.TIME, weight, "was said while it was on");
  }

  private static Reason before(Talk talk, Instant posted) {
    double ahead = minutes(posted, talk.start());
    double near = DURING - 1.6 - 0.2 * ahead;
    boolean far = !isNear(talk, posted);
    double weight = far ? FAR - 0.5 - Math.min(2, ahead / 600) : near;
    return new Reason(Kind.TIME, weight, "was said " + Math.round(ahead) + " minutes before it");
  }

  private static Reason after(Talk talk, Instant posted) {
    double late = minutes(talk.end(), posted);
    boolean far = !isNear(talk, posted);
    double weight = far ? FAR - Math.min(2, late / 600) : DURING - 0.3 - Math.min(3.5, late / 8);
    return new Reason(Kind.TIME, weight, "was said " + Math.round(late) + " minutes after it");
  }

  private static double minutes(Instant from, Instant to) {
    return Duration.between(from, to).toSeconds() / 60.0;
  }
}
