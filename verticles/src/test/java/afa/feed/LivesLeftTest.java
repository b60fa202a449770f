package afa.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class LivesLeftTest {
  private long nanos;
  private final LivesLeft lives = new LivesLeft(() -> nanos);

  @Test
  void aWordOfTheLifeBeforeIsLateForAWhile() {
    lives.leave(null);
    lives.leave("e1");
    assertThat(lives.isLate("e1")).isTrue();
    assertThat(lives.isLate("e2")).isFalse();
    nanos += Duration.ofSeconds(9).toNanos();
    assertThat(lives.isLate("e1")).isTrue();
    nanos += Duration.ofSeconds(1).toNanos();
    assertThat(lives.isLate("e1")).isFalse();
  }
}
