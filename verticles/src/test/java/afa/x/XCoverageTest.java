package afa.x;

import static org.assertj.core.api.Assertions.assertThat;

import afa.feed.CoverageInterval;
import afa.feed.CoverageInterval.Kind;
import afa.source.CoverageKeeper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class XCoverageTest {
  private static final Instant NOON = Instant.parse("2026-05-24T12:00:00Z");

  private final CoverageKeeper keeper = new CoverageKeeper();

  @Test
  void theLastMomentsOfAConnectionAreDoubted() {
    XCoverage coverage = coverage(false);
    coverage.connected(at(0));
    coverage.alive(at(60));
    coverage.ended("cut");
    assertThat(keeper.coverage().within(at(50), at(60)).intervals())
        .extracting(CoverageInterval::kind)
        .containsExactly(Kind.UNKNOWN);
    assertThat(keeper.coverage().within(at(0), at(50)).intervals())
        .extracting(CoverageInterval::kind)
        .containsExactly(Kind.COMPLETE);
  }

  @Test
  void aSilenceInWhichNothingWasMissedIsComplete() {
    XCoverage coverage = coverage(true);
    coverage.connected(at(0));
    coverage.alive(at(100));
    coverage.suspect(at(20), at(100), "silent");
    coverage.fetched(at(0), at(110), List.of());
    assertThat(keeper.coverage().within(at(20), at(100)).intervals())
        .extracting(CoverageInterval::kind)
        .containsExactly(Kind.COMPLETE);
  }

  @Test
  void whereRulesAskForRepostsAFetchedGapStaysUnknown() {
    XCoverage coverage = coverage(true);
    coverage.connected(at(0));
    coverage.alive(at(60));
    coverage.ended("cut");
    coverage.connected(at(90));
    coverage.fetched(at(40), at(90), List.of());
    assertThat(keeper.coverage().within(at(60), at(90)).intervals())
        .singleElement()
        .satisfies(gap -> assertThat(gap.kind()).isEqualTo(Kind.UNKNOWN))
        .satisfies(gap -> assertThat(gap.reason()).isEqualTo(XCoverage.REPOSTS));
  }

  private XCoverage coverage(boolean reposts) {
    return new XCoverage(keeper, Duration.ofSeconds(10), reposts, time -> time);
  }

  private static Instant at(int second) {
    return NOON.plusSeconds(second);
  }
}
