package afa.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RestartPolicyTest {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final RestartPolicy policy = new RestartPolicy(new RestartPolicy.Rules(
      Duration.ofSeconds(1), Duration.ofSeconds(5), 5, Duration.ofMinutes(1)));

  @Test
  void eachFailureDoublesTheWaitUpToAMost() {
    assertThat(failed(0)).contains(Duration.ofSeconds(1));
    assertThat(failed(1)).contains(Duration.ofSeconds(2));
    assertThat(failed(2)).contains(Duration.ofSeconds(4));
    assertThat(failed(3)).contains(Duration.ofSeconds(5));
  }

  @Test
  void tooManyInAWindowAreTheEnd() {
    for (int i = 0; i < 4; i++) assertThat(failed(i)).isPresent();
    assertThat(failed(4)).isEmpty();
  }

  @Test
  void whatFailsSeldomIsAlwaysTriedAgainAndSoon() {
    for (int i = 0; i < 100; i++) assertThat(failed(61L * i)).contains(Duration.ofSeconds(1));
  }

  @Test
  void whatAPersonTookInHandBeginsAnew() {
    for (int i = 0; i < 5; i++) policy.failed(i * SECOND, 0);
    policy.forget();
    assertThat(failed(6)).contains(Duration.ofSeconds(1));
  }

  @Test
  void chanceAddsUpToAQuarter() {
    assertThat(policy.failed(0, 0.999).orElseThrow())
        .isBetween(Duration.ofMillis(1_249), Duration.ofMillis(1_250));
  }

  @Test
  void aClockThatPassesItsEndIsNoJump() {
    assertThat(policy.failed(Long.MAX_VALUE - 1, 0)).isPresent();
    assertThat(policy.failed(Long.MIN_VALUE + 1, 0)).contains(Duration.ofSeconds(2));
  }

  private Optional<Duration> failed(long second) {
    return policy.failed(second * SECOND, 0);
  }
}
