package afa.delivery;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import afa.feed.Post;
import afa.message.Addresses;
import afa.message.AppendPosts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
        8 * Tail.PAGE_BYTES, Duration.ofSeconds(1), 500, 1_000_000, 10, false);
  }

  @Test
  void everyUpdateComesOnce() throws Exception {
    List<Post> large = new ArrayList<>();
    for (int i = 1; i <= HEAD; i++) {
      large.add(Post.builder("x", "large" + i)
          .text("x".repeat(60_000 + 1_000 * i))
          .receivedAt(Instant.EPOCH));
    }
    AppendPosts request = new AppendPosts(EVENT, "x", large, null);
    Addresses.APPEND.call(vertx.eventBus(), request).await(5, SECONDS);
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
