package afa.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ComeBackTest {
  private static final Duration LONGEST = Duration.ofSeconds(4);

  @Test
  void fewComeBackTogetherAndThousandsOneAfterTheOther() {
    assertThat(latest(0)).isEqualTo(2_000);
    assertThat(latest(2_000)).isEqualTo(3_500);
    assertThat(latest(100_000)).isEqualTo(5_500);
  }

  private static long latest(int readers) {
    return ComeBack.of(readers, LONGEST, false).millis(1);
  }

  @Test
  void nobodyComesBackBeforeThereIsSomebodyToComeBackTo() {
    assertThat(ComeBack.of(10, LONGEST, false).millis(0)).isEqualTo(1_500);
    assertThat(ComeBack.of(10, LONGEST, true).millis(0)).isEqualTo(100);
  }

  @Test
  void slowReadersAreWaitedForOnlyWhereOthersServeMeanwhile() {
    DrainConfig drain = DrainConfig.DEFAULT;
    assertThat(drain.limit(true)).isEqualTo(Duration.ofSeconds(10));
    assertThat(drain.limit(false)).isEqualTo(Duration.ofSeconds(1));
    DrainConfig hasty = new DrainConfig(Duration.ZERO, LONGEST, Duration.ofMillis(300));
    assertThat(hasty.limit(false)).isEqualTo(Duration.ofMillis(300));
  }
}
