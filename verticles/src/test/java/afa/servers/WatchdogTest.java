package afa.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WatchdogTest {
  @Test
  void aServerThatDoesNotLastIsStartedEverMoreSlowly() {
    Duration first = Watchdog.nextBackoff(Watchdog.FIRST_BACKOFF, Duration.ofSeconds(1));
    Duration second = Watchdog.nextBackoff(first, Duration.ofSeconds(1));
    assertThat(first).isGreaterThan(Watchdog.FIRST_BACKOFF);
    assertThat(second).isGreaterThan(first);
  }

  @Test
  void theWaitHasABound() {
    assertThat(Watchdog.nextBackoff(Watchdog.LONGEST_BACKOFF, Duration.ZERO))
        .isEqualTo(Watchdog.LONGEST_BACKOFF);
  }

  @Test
  void aServerThatLastedIsStartedAtOnce() {
    assertThat(Watchdog.nextBackoff(Watchdog.LONGEST_BACKOFF, Watchdog.WELL))
        .isEqualTo(Watchdog.FIRST_BACKOFF);
  }
}
