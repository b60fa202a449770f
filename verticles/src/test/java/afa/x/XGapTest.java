package afa.x;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Seconds are counted from noon; overlap 120, settle 40. */
class XGapTest {
  private final XGap gap = new XGap(Duration.ofMinutes(2), Duration.ofSeconds(40), at(0));

  @Test
  void aStreamAloneDoesNotMoveTheCursorPastWhatWasMissed() {
    gap.connected(at(600));
    assertThat(gap.isOpen()).isTrue();
    assertThat(gap.streamed(at(3_600))).isEmpty();
    assertThat(gap.from()).isEqualTo(at(0));
  }

  @Test
  void aSearchCoversAllButTheNewest() {
    gap.connected(at(600));
    assertThat(gap.searched(at(601))).isEqualTo(at(561));
    assertThat(gap.isOpen()).isTrue();
    assertThat(gap.streamed(at(602))).isEmpty();
  }

  @Test
  void aSearchThatReachesTheConnectClosesTheGap() {
    gap.connected(at(600));
    assertThat(gap.closesAt()).contains(at(641));
    gap.searched(at(641));
    assertThat(gap.isOpen()).isFalse();
  }

  @Test
  void onceClosedTheCursorFollowsThePresentAtADistance() {
    gap.connected(at(600));
    gap.searched(at(641));
    assertThat(gap.streamed(at(650))).contains(at(601)); // never backwards
    assertThat(gap.streamed(at(1_000))).contains(at(880));
  }

  @Test
  void aLostConnectionLeavesTheCursorWhereItIs() {
    gap.connected(at(600));
    gap.searched(at(641));
    gap.streamed(at(1_000));
    gap.disconnected();
    assertThat(gap.isOpen()).isTrue();
    assertThat(gap.streamed(at(1_010))).isEmpty();
    gap.connected(at(1_100));
    assertThat(gap.from()).isEqualTo(at(880));
    assertThat(gap.isOpen()).isTrue();
  }

  @Test
  void aSearchOfBeforeAConnectionDoesNotCloseItsGap() {
    gap.connected(at(600));
    gap.disconnected();
    gap.connected(at(700));
    gap.searched(at(690));
    assertThat(gap.isOpen()).isTrue();
    assertThat(gap.from()).isEqualTo(at(650));
  }

  private static Instant at(long second) {
    return Instant.parse("2026-05-24T12:00:00Z").plusSeconds(second);
  }
}
