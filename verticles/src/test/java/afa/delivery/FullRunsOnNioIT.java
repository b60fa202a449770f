package afa.delivery;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * Runs as long as a response's queue, which is full and drained again before the write returns: who
 * is told so at once would be sent the same once more.
 */
final class FullRunsOnNioIT extends DeliveryRig {
  private static final int HEAD = 20;

  @Override
  boolean isNative() {
    return false;
  }

  @Override
  DeliveryConfig config() {
    return new DeliveryConfig(
        8 * Tail.PAGE_BYTES, Duration.ofSeconds(1), 500, 1_000_000, 10, false, DrainConfig.DEFAULT);
  }

  @Test
  void everyUpdateComesOnce() throws Exception {
    appendLarge(HEAD);
    for (int since = 0; since < HEAD; since++) read(since);
  }

  private void read(long since) throws Exception {
    try (StrictReader reader =
        new StrictReader(port, 4 << 20, FEED + "stream?since=" + since, since, null)) {
      await()
          .pollInterval(Duration.ofMillis(1))
          .until(() -> reader.take(1 << 20) >= 0 && reader.last() == HEAD);
    }
  }
}
