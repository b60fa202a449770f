package afa.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Readers that take nothing at all. */
final class StalledReadersIT extends NarrowRig {
  @Override
  Duration heartbeat() {
    return Duration.ofSeconds(1);
  }

  @Test
  void whoNeverReadsIsGivenUpAndHoldsNoPage() throws Exception {
    for (int i = 0; i < 5; i++) join(0);
    StrictReader other = join(0);
    await().until(() -> counters.streams.get() == 6);
    double before = counters.stalled.count();
    long memory = direct();
    while (head < 200) {
      append(199_000);
      while (other.last() < head) assertThat(other.take(1 << 20)).isNotNegative();
    }
    // Two hundred updates are forty megabytes; the tail keeps half of one.
    await().until(() -> {
      System.gc();
      return direct() < memory + (8 << 20);
    });
    await().until(() -> counters.streams.get() == 1);
    assertThat(counters.stalled.count() - before).isEqualTo(5);
    append(10);
    await().until(() -> other.take(1_000) >= 0 && other.last() == head);
  }

  private static long direct() {
    return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
        .filter(pool -> pool.getName().equals("direct"))
        .mapToLong(BufferPoolMXBean::getMemoryUsed)
        .sum();
  }
}
