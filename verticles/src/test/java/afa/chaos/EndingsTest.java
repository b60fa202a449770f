package afa.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EndingsTest {
  private final Endings endings = new Endings();

  @Test
  void aNodeThatStoodStillIsStartedAgainHoweverOften() {
    for (int i = 0; i < 10; i++) {
      assertThat(endings.isMended(Endings.STOOD_STILL)).isTrue();
    }
    assertThat(endings.stoodStill()).isEqualTo(10);
    assertThat(endings.notJoined()).isZero();
  }

  @Test
  void aNodeThatCouldNotJoinIsStartedAgainTwiceAndThenHasFailed() {
    assertThat(endings.isMended(Endings.NOT_JOINED)).isTrue();
    assertThat(endings.isMended(Endings.NOT_JOINED)).isTrue();
    assertThat(endings.isMended(Endings.NOT_JOINED)).isFalse();
    assertThat(endings.notJoined()).isEqualTo(2);
  }

  @Test
  void anyOtherEndingIsAFailure() {
    for (int status : new int[] {0, 1, 2, 137, 143}) {
      assertThat(endings.isMended(status)).isFalse();
    }
  }
}
