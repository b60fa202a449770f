package afa.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class AttemptsTest {
  private final Attempts attempts = new Attempts();

  @Test
  void theFirstMistakesAreFreeAndThenEachDoublesTheWait() {
    fail(2, "10.0.0.1", "ada");
    assertThat(wait("10.0.0.1", "ada")).isZero();
    fail(1, "10.0.0.1", "ada");
    assertThat(wait("10.0.0.1", "ada")).isEqualTo(Duration.ofSeconds(1));
    fail(3, "10.0.0.1", "ada");
    assertThat(wait("10.0.0.1", "ada")).isEqualTo(Duration.ofSeconds(8));
  }

  @Test
  void anAddressWaitsForEveryNameAndNoLongerThanFiveMinutes() {
    fail(1_000, "10.0.0.1", "ada");
    assertThat(wait("10.0.0.1", "bob")).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void nobodyCanLockANameOutFromElsewhereForLongerThanTwentySeconds() {
    for (int i = 0; i < 1_000; i++) fail(1, "10.0.1." + i, "ada");
    assertThat(wait("10.0.0.1", "ada")).isEqualTo(Duration.ofSeconds(20));
    assertThat(wait("10.0.0.1", "bob")).isZero();
  }

  @Test
  void whoWasRightOrQuietForLongBeginsAnew() {
    fail(9, "10.0.0.1", "ada");
    assertThat(attempts.toWait("10.0.0.1", "ada", Duration.ofMinutes(16).toMillis()))
        .isZero();
    attempts.succeeded("10.0.0.1", "ada");
    assertThat(wait("10.0.0.1", "ada")).isZero();
  }

  @Test
  void itsMemoryIsBounded() {
    for (int i = 0; i < 30_000; i++) fail(1, "address" + i, "user" + i);
    assertThat(attempts.size()).isEqualTo(10_000);
  }

  private void fail(int times, String address, String user) {
    for (int i = 0; i < times; i++) attempts.failed(address, user, 0);
  }

  private Duration wait(String address, String user) {
    return attempts.toWait(address, user, 0);
  }
}
