package afa.source;

import static org.assertj.core.api.Assertions.assertThat;

import afa.feed.Coverage;
import afa.feed.CoverageInterval;
import afa.feed.CoverageInterval.Kind;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CoverageKeeperTest {
  private static final Instant NOON = Instant.parse("2026-05-24T12:00:00Z");

  private final CoverageKeeper keeper = new CoverageKeeper();

  @Test
  void betweenTwoConnectionsNothingIsClaimed() {
    keeper.connected(at(0));
    keeper.alive(at(10));
    keeper.ended("cut");
    keeper.connected(at(20));
    assertThat(keeper.coverage().intervals())
        .extracting(CoverageInterval::kind)
        .containsExactly(Kind.COMPLETE, Kind.UNKNOWN);
    assertThat(keeper.coverage().intervals().get(1).reason()).isEqualTo("cut");
  }

  @Test
  void aConnectionOnWhichNothingCameClaimsNothing() {
    keeper.connected(at(0));
    keeper.alive(at(10));
    keeper.ended("cut");
    keeper.connected(at(20));
    keeper.ended("cut again");
    keeper.connected(at(30));
    keeper.alive(at(40));
    assertThat(keeper.coverage().within(at(10), at(30)).intervals())
        .allMatch(interval -> interval.kind() == Kind.UNKNOWN);
  }

  @Test
  void anEarlierRunGoesOn() {
    keeper.resume(Coverage.NONE.streamed(at(0), at(10)));
    keeper.connected(at(20));
    assertThat(keeper.coverage().intervals().get(1).reason()).isEqualTo(CoverageKeeper.NOT_RUNNING);
  }

  @Test
  void whatAClockThatWasAheadClaimedIsTakenBack() {
    keeper.connected(at(0));
    keeper.alive(at(3_600)); // the clock was an hour ahead for a moment
    keeper.alive(at(20));
    keeper.ended("cut");
    keeper.connected(at(60));
    keeper.alive(at(70));
    assertThat(keeper.coverage().within(at(20), at(60)).intervals())
        .allMatch(interval -> interval.kind() == Kind.UNKNOWN);
    assertThat(keeper.coverage().end()).contains(at(70));
  }

  private static Instant at(int second) {
    return NOON.plusSeconds(second);
  }
}
