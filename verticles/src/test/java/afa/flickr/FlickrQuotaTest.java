package afa.flickr;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlickrQuotaTest {
  private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  @ParameterizedTest
  @ValueSource(ints = {6, 100, 3_600})
  void noHourHasMoreWheneverItBeginsAndHoweverItIsAsked(int perHour) {
    Random random = new Random(perHour);
    FlickrQuota quota = new FlickrQuota(perHour);
    Deque<Instant> made = new ArrayDeque<>();
    Instant now = START;
    long paid = 0;
    for (int i = 0; i < 60_000; i++) {
      // Rushes, and silences in which nothing may be saved up beyond what is allowed at once.
      boolean rush = random.nextInt(50) > 0;
      now = now.plusMillis(random.nextInt(rush ? 700 : 600_000));
      FlickrQuota.Turn turn = quota.take(paid, now);
      if (turn.notBefore() != null) continue;
      paid = turn.paidUntil();
      made.addLast(now);
      while (made.getFirst().isBefore(now.minus(HOUR))) made.removeFirst();
      assertThat(made.size()).isLessThanOrEqualTo(perHour);
    }
  }

  @Test
  void aRushIsAllowedAndThenTheMomentIsTold() {
    FlickrQuota quota = new FlickrQuota(3_600);
    long paid = 0;
    for (int i = 0; i < 600; i++) {
      FlickrQuota.Turn turn = quota.take(paid, START);
      assertThat(turn.notBefore()).isNull();
      paid = turn.paidUntil();
    }
    Instant next = quota.take(paid, START).notBefore();
    assertThat(next).isBetween(START.plusMillis(1_200), START.plusMillis(1_300));
    assertThat(quota.take(paid, next).notBefore()).isNull();
  }
}
