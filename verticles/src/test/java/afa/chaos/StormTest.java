package afa.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import afa.chaos.Strike.Kind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class StormTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final List<String> VERTICLES = Topology.verticles("e", List.of("x"));

  @Test
  void theSameSeedGivesTheSameFaultsAtTheSameTimes() {
    assertThat(storm(3)).isEqualTo(storm(3)).isNotEqualTo(storm(4));
  }

  @Test
  void everyKindComesWithinAShortTime() {
    Duration minute = Duration.ofMinutes(1);
    List<Strike> strikes = Storm.plan(5, minute, Duration.ofSeconds(3), VERTICLES);
    assertThat(strikes).extracting(Strike::kind).contains(Kind.KILL, Kind.PAUSE, Kind.CUT);
    assertThat(storm(5)).extracting(Strike::kind).contains(Kind.values());
  }

  @Test
  void nodesThatStandInForEachOtherAreNeverAwayTogether() {
    for (long seed = 0; seed < 50; seed++) {
      for (String role : List.of("ingest", "delivery", "archive")) assertOneAtATime(seed, role);
    }
  }

  private static void assertOneAtATime(long seed, String role) {
    Duration back = Duration.ZERO;
    for (Strike strike : storm(seed)) {
      boolean takesAway = strike.kind() == Kind.KILL || strike.kind() == Kind.PAUSE;
      if (!takesAway || !strike.target().startsWith(role)) continue;
      assertThat(strike.at()).as("seed " + seed).isGreaterThan(back);
      back = strike.at().plus(strike.length());
    }
  }

  private static List<Strike> storm(long seed) {
    return Storm.plan(seed, HOUR, Duration.ofSeconds(6), VERTICLES);
  }
}
