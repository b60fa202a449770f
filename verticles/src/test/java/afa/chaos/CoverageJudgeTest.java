package afa.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import afa.feed.Coverage;
import afa.feed.CoverageInterval.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoverageJudgeTest {
  private static final Instant NOON = Instant.parse("2026-05-24T12:00:00Z");
  private static final Coverage COVERAGE = Coverage.NONE
      .streamed(at(0), at(100))
      .missed(at(100), at(110), "cut")
      .filled(at(100), at(110), 3)
      .streamed(at(110), at(200));

  private final CoverageJudge judge =
      new CoverageJudge(Duration.ofSeconds(10), Duration.ofSeconds(2));

  @Test
  void aGapWithACauseNearbyIsExplained() {
    assertThat(judge.unexplained(COVERAGE, List.of(outage(95, 96)))).isEmpty();
    assertThat(judge.unexplained(COVERAGE, List.of(outage(10, 20)))).hasSize(1);
    assertThat(judge.unexplained(COVERAGE, List.of())).hasSize(1);
  }

  @Test
  void anOutageWithinATimeCalledCompleteIsToldNowhere() {
    assertThat(judge.untold(COVERAGE, List.of(outage(40, 60)))).hasSize(1);
    assertThat(judge.untold(COVERAGE, List.of(outage(95, 105)))).isEmpty();
    assertThat(judge.untold(COVERAGE, List.of(outage(40, 41)))).isEmpty();
  }

  @Test
  void secondsAreCountedByKind() {
    assertThat(CoverageJudge.seconds(COVERAGE, Kind.BACKFILLED)).isEqualTo(10);
    assertThat(CoverageJudge.seconds(COVERAGE, Kind.COMPLETE)).isEqualTo(190);
  }

  private static Disturbance outage(int from, int to) {
    return new Disturbance("x", "outage", at(from), at(to));
  }

  private static Instant at(int second) {
    return NOON.plusSeconds(second);
  }
}
