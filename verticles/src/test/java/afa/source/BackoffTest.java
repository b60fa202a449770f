package afa.source;

import static org.assertj.core.api.Assertions.assertThat;

import afa.source.Backoff.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private static final Instant NOON = Instant.parse("2026-05-24T12:00:00Z");
  private static final Duration NOT_AT_ALL = Duration.ZERO;
  private static final Duration A_SHORT_WHILE = Duration.ofSeconds(29);
  private static final Duration LONG = Duration.ofSeconds(30);

  private final Backoff backoff = new Backoff(BackoffRules.STREAM);

  @Test
  void aHealthyConnectionThatDropsIsMadeAgainAtOnceButOnlyOnce() {
    assertThat(next(Cause.NETWORK, LONG)).isZero();
    assertThat(next(Cause.NETWORK, NOT_AT_ALL)).hasMillis(250);
  }

  @Test
  void theNetworkIsGivenAQuarterSecondMoreEachTimeUpToSixteen() {
    assertThat(waits(Cause.NETWORK, 3)).containsExactly(250L, 500L, 750L);
    assertThat(waits(Cause.NETWORK, 70)).last().isEqualTo(16_000L);
  }

  @Test
  void aServerInTroubleIsGivenTwiceAsLongEachTimeUpTo320Seconds() {
    assertThat(waits(Cause.SERVER, 9))
        .containsExactly(
            5_000L, 10_000L, 20_000L, 40_000L, 80_000L, 160_000L, 320_000L, 320_000L, 320_000L);
  }

  @Test
  void tooManyRequestsBeginWithAMinute() {
    assertThat(waits(Cause.LIMIT, 6))
        .containsExactly(60_000L, 120_000L, 240_000L, 480_000L, 900_000L, 900_000L);
  }

  @Test
  void nothingIsAskedBeforeTheLimitIsReset() {
    Instant reset = NOON.plusSeconds(600);
    assertThat(backoff.next(Cause.LIMIT, NOT_AT_ALL, 0, NOON, reset)).hasSeconds(600);
    assertThat(backoff.next(Cause.LIMIT, NOT_AT_ALL, 0.99, NOON, reset))
        .isGreaterThan(Duration.ofMinutes(10));
  }

  @Test
  void afterAProblemTheNetworksOwnWaitCountsWhereItIsLonger() {
    Instant reset = NOON.plusSeconds(600);
    SourceProblem told = new SourceProblem(Cause.LIMIT, "too many", reset);
    assertThat(backoff.after(told, NOT_AT_ALL, NOON))
        .isBetween(Duration.ofSeconds(600), Duration.ofSeconds(615));
    assertThat(backoff.after(SourceProblem.of(Cause.SERVER, "503"), NOT_AT_ALL, NOON))
        .isBetween(Duration.ofSeconds(5), Duration.ofMillis(6_250));
  }

  @Test
  void aResetThatHasPassedMakesNoWaitShorter() {
    assertThat(backoff.next(Cause.LIMIT, NOT_AT_ALL, 0, NOON, NOON.minusSeconds(5)))
        .hasSeconds(60);
  }

  @Test
  void aServerThatAcceptsAndDropsIsNotCalledInAFastLoop() {
    next(Cause.NETWORK, A_SHORT_WHILE);
    assertThat(next(Cause.NETWORK, A_SHORT_WHILE)).hasMillis(500);
  }

  @Test
  void halfAMinuteOfDataMakesAllFailuresForgotten() {
    waits(Cause.SERVER, 5);
    assertThat(next(Cause.SERVER, LONG)).hasSeconds(5);
  }

  @Test
  void troublesThatTakeTurnsAreCountedEachForItself() {
    next(Cause.SERVER, NOT_AT_ALL);
    next(Cause.NETWORK, NOT_AT_ALL);
    assertThat(next(Cause.SERVER, NOT_AT_ALL)).hasSeconds(10);
  }

  @Test
  void whatWasRepairedIsTriedAtOnceAndThenAsAServerInTrouble() {
    assertThat(waits(Cause.REPAIRED, 3)).containsExactly(0L, 5_000L, 10_000L);
  }

  @Test
  void aRefusalIsTriedAgainHourly() {
    assertThat(waits(Cause.REFUSED, 2)).containsExactly(3_600_000L, 3_600_000L);
  }

  @Test
  void jitterAddsUpToAQuarterAndTakesNothingAway() {
    assertThat(backoff.next(Cause.SERVER, NOT_AT_ALL, 0.999, NOON, NOON))
        .isBetween(Duration.ofSeconds(6), Duration.ofMillis(6_250));
  }

  @Test
  void aWaitNeverOverflowsHoweverOftenItFails() {
    assertThat(waits(Cause.LIMIT, 10_000)).allMatch(wait -> wait > 0 && wait <= 900_000);
  }

  private List<Long> waits(Cause cause, int times) {
    return IntStream.range(0, times)
        .mapToObj(i -> next(cause, NOT_AT_ALL).toMillis())
        .toList();
  }

  private Duration next(Cause cause, Duration flowed) {
    return backoff.next(cause, flowed, 0);
  }
}
