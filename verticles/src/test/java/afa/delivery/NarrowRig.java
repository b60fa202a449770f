package afa.delivery;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import afa.feed.Post;
import afa.message.Addresses;
import afa.message.AppendPosts;
import afa.message.LogPage;
import afa.message.ReadLog;
import afa.testkit.Posts;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Readers at sockets that are full after some kilobytes, who take as much as a test has them take. */
abstract class NarrowRig extends DeliveryRig {
  static final int[] PACES = {1, 3, 17, 120, 1_000, 4_000, 20_000, 100_000};

  final Random random = new Random(11);
  final List<StrictReader> readers = new ArrayList<>();
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private NarrowDoor door;
  final List<List<String>> lives = new ArrayList<>(List.of(new ArrayList<>()));
  long head;

  @Override
  DeliveryConfig config() {
    return new DeliveryConfig(
        2 * Tail.PAGE_BYTES, heartbeat(), 500, 1_000_000, 10, false, DrainConfig.DEFAULT);
  }

  /** Who takes nothing for five of them is given up. */
  Duration heartbeat() {
    return Duration.ofSeconds(15);
  }

  @BeforeEach
  void open() throws Exception {
    Metrics.addRegistry(metrics);
    door = new NarrowDoor(doors);
    vertx.deployVerticle(door).await(30, SECONDS);
  }

  @AfterEach
  void close() throws Exception {
    for (StrictReader reader : readers) reader.close();
    Metrics.removeRegistry(metrics);
  }

  StrictReader join(long since) throws Exception {
    String path = FEED + "stream?since=" + since;
    StrictReader reader = new StrictReader(door.port(), 2_048, path, since, this::check);
    readers.add(reader);
    return reader;
  }

  private void check(int life, long n, String json) {
    assertThat(json).isEqualTo(lives.get(life).get((int) n - 1));
  }

  void append(int textLength) throws Exception {
    Post post = Post.builder("x", "text" + ++head + "." + random.nextLong())
        .text(Posts.post(head).text() + "é".repeat(textLength / 2))
        .receivedAt(Posts.post(1).receivedAt());
    Addresses.APPEND
        .call(vertx.eventBus(), new AppendPosts(EVENT, "x", List.of(post), null))
        .await(30, SECONDS);
    LogPage page = log.read(new ReadLog(EVENT, head - 1, 1)).result();
    lives.get(lives.size() - 1).add(page.entries().get(0).json());
  }

  /** Everybody takes a little; the slowest a byte. */
  int takeRound() throws IOException {
    int taken = 0;
    for (int i = 0; i < readers.size(); i++) {
      int count = readers.get(i).take(PACES[i % PACES.length]);
      assertThat(count).as("still connected").isNotNegative();
      taken += count;
    }
    return taken;
  }

  /** A reader that nobody wakes up any more shows as one that never gets there. */
  void takeUntil(Predicate<StrictReader> there) {
    await().atMost(150, SECONDS).pollInterval(Duration.ofMillis(1)).until(() -> {
      for (int idle = 0; idle < 100; ) if (takeRound() == 0) idle++;
      return readers.stream().allMatch(there);
    });
  }
}
