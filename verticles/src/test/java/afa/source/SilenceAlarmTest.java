package afa.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SilenceAlarmTest {
  private static final Instant NOON = Instant.parse("2026-05-24T12:00:00Z");

  private final SilenceAlarm alarm = new SilenceAlarm(NOON);

  @Test
  void aRoomThatPostsEverySecondIsMissedAfterAMinute() {
    for (int second = 0; second < 300; second++) alarm.post(at(second));
    assertThat(alarm.isTooQuiet(at(330))).isFalse();
    assertThat(alarm.isTooQuiet(at(362))).isTrue();
    assertThat(alarm.since()).isEqualTo(at(299));
  }

  @Test
  void aRoomThatPostsEveryTwoMinutesIsGivenHalfAnHour() {
    for (int minute = 0; minute < 120; minute += 2) alarm.post(at(60 * minute));
    int last = 60 * 118;
    assertThat(alarm.isTooQuiet(at(last + 25 * 60))).isFalse();
    assertThat(alarm.isTooQuiet(at(last + 60 * 60))).isTrue();
  }

  @Test
  void whereNothingEverCameNothingIsMissed() {
    assertThat(alarm.isTooQuiet(at(86_400))).isFalse();
  }

  @Test
  void aBurstAloneDoesNotMakeTheQuietAfterItSuspicious() {
    for (int minute = 0; minute < 120; minute += 2) alarm.post(at(60 * minute));
    for (int i = 0; i < 30; i++) alarm.post(at(7_200 + i));
    assertThat(alarm.isTooQuiet(at(7_230 + 240))).isFalse();
  }

  @Test
  void aSilenceThatWasRealIsGivenTwiceTheTime() {
    for (int second = 0; second < 300; second++) alarm.post(at(second));
    alarm.wasReal();
    assertThat(alarm.isTooQuiet(at(362))).isFalse();
    assertThat(alarm.isTooQuiet(at(299 + 125))).isTrue();
    alarm.post(at(430));
    assertThat(alarm.isTooQuiet(at(430 + 75))).isTrue();
  }

  /** People post at random: an alarm at a steady rate must be rare. */
  @Test
  void postsAtRandomTimesDoNotRaiseIt() {
    int alarms = 0;
    for (long seed = 0; seed < 20; seed++) {
      SilenceAlarm listening = new SilenceAlarm(NOON);
      Random random = new Random(seed);
      double second = 0;
      while (second < 36_000) {
        double next = second - Math.log(1 - random.nextDouble()) * 10;
        if (listening.isTooQuiet(at((int) next))) alarms++;
        listening.post(at((int) next));
        second = next;
      }
    }
    assertThat(alarms).isZero();
  }

  private static Instant at(int second) {
    return NOON.plusSeconds(second);
  }
}
