package afa.rehearsal;

import afa.rehearsal.ConferenceDay.Slot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How long it is quiet before the next post: little when a talk ends, more while people listen,
 * and now and then several post at once.
 */
final class Tempo {
  private static final Duration APPLAUSE_BEFORE = Duration.ofMinutes(3);
  private static final Duration APPLAUSE_AFTER = Duration.ofMinutes(5);
  private static final double APPLAUSE = 2.0;
  private static final double BREAK = 1.2;
  private static final double LISTENING = 0.8;
  private static final double BURST = 0.12; // part of the posts that follow another at once
  private static final double LONGEST = 8; // times the mean, so that it never looks dead
  private static final Duration SHORTEST = Duration.ofMillis(20);

  private final ConferenceDay day;
  private final RandomGenerator random;

  Tempo(ConferenceDay day, RandomGenerator random) {
    this.day = day;
    this.random = random;
  }

  /**
   * The pause from now to the next post.
   *
   * @param perSecond posts a second over a whole day, about
   */
  Duration pause(Instant now, double perSecond) {
    double meanMillis = 1_000 / (perSecond * liveliness(now));
    double millis = random.nextDouble() < BURST
        ? meanMillis * random.nextDouble() / 5
        : Math.min(LONGEST, -Math.log(1 - random.nextDouble())) * meanMillis;
    Duration pause = Duration.ofMillis(Math.round(millis));
    return pause.compareTo(SHORTEST) < 0 && perSecond < 10 ? SHORTEST : pause;
  }

  /** How much livelier than usual it is. */
  double liveliness(Instant now) {
    List<Slot> around = day.slots(day.dayOf(now));
    boolean applause = around.stream()
        .anyMatch(slot -> !slot.talk().isBreak()
            && now.isAfter(slot.end().minus(APPLAUSE_BEFORE))
            && now.isBefore(slot.end().plus(APPLAUSE_AFTER)));
    if (applause) return APPLAUSE;
    return day.running(now).stream().anyMatch(slot -> !slot.talk().isBreak()) ? LISTENING : BREAK;
  }
}
