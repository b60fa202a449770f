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
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Readers that take little, late or nothing, at sockets that are full after some kilobytes. */
class SlowReadersIT extends DeliveryRig {
  private static final int[] PACES = {1, 3, 17, 120, 1_000, 4_000, 20_000, 100_000};

  private final Random random = new Random(11);
  private final List<StrictReader> readers = new ArrayList<>();
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private NarrowDoor door;
  private final List<List<String>> lives = new ArrayList<>(List.of(new ArrayList<>()));
  private long head;

  @Override
  DeliveryConfig config() {
    return new DeliveryConfig(
        2 * Tail.PAGE_BYTES, Duration.ofSeconds(1), 500, 1_000_000, 10, false);
  }

  @BeforeEach
  void open() throws Exception {
    Metrics.addRegistry(metrics);
    door = new NarrowDoor(doors);
    vertx.deployVerticle(door).await(5, SECONDS);
  }

  @AfterEach
  void close() throws Exception {
    for (StrictReader reader : readers) reader.close();
    Metrics.removeRegistry(metrics);
  }

  @Test
  void everyReaderGetsEveryByteAtItsOwnPace() throws Exception {
    for (int i = 0; i < 24; i++) join(0);
    for (int burst = 0; burst < 12; burst++) {
      for (int i = random.nextInt(8); i >= 0; i--) append(1 + random.nextInt(300));
      if (burst % 6 == 5) append(random.nextInt(200_000));
      for (int round = 0; round < 50; round++) takeRound();
      join(random.nextInt((int) head));
    }
    takeUntilAllHaveAll();
    assertThat(counters.streams.get()).isEqualTo(readers.size());
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
    await().atMost(20, SECONDS).until(() -> {
      System.gc();
      return direct() < memory + (8 << 20);
    });
    await().atMost(20, SECONDS).until(() -> counters.streams.get() == 1);
    assertThat(counters.stalled.count() - before).isEqualTo(5);
    append(10);
    await().until(() -> other.take(1_000) >= 0 && other.last() == head);
  }

  @Test
  void whoIsFullWhenTheLogBeginsANewLifeFinishesItsUpdateAndStartsOver() throws Exception {
    for (int i = 0; i < PACES.length; i++) join(0);
    for (int i = 0; i < 4; i++) append(30_000);
    for (int i = 0; i < 10; i++) takeRound();
    log.forget();
    await().until(() -> json("head").getLong("head") == 0);
    head = 0;
    lives.add(new ArrayList<>());
    for (int i = 0; i < 10; i++) append(1_000);
    takeUntil(reader -> reader.resets().size() == 1 && reader.last() == head);
  }

  private StrictReader join(long since) throws Exception {
    String path = FEED + "stream?since=" + since;
    StrictReader reader = new StrictReader(door.port(), 2_048, path, since, this::check);
    readers.add(reader);
    return reader;
  }

  private void check(int life, long n, String json) {
    assertThat(json).isEqualTo(lives.get(life).get((int) n - 1));
  }

  private void append(int textLength) throws Exception {
    Post post = Post.builder("x", "text" + ++head + "." + random.nextLong())
        .text(Posts.post(head).text() + "é".repeat(textLength / 2))
        .receivedAt(Posts.post(1).receivedAt());
    Addresses.APPEND
        .call(vertx.eventBus(), new AppendPosts(EVENT, "x", List.of(post), null))
        .await(5, SECONDS);
    LogPage page = log.read(new ReadLog(EVENT, head - 1, 1)).result();
    lives.get(lives.size() - 1).add(page.entries().get(0).json());
  }

  /** Everybody takes a little; the slowest a byte. */
  private int takeRound() throws IOException {
    int taken = 0;
    for (int i = 0; i < readers.size(); i++) {
      int count = readers.get(i).take(PACES[i % PACES.length]);
      assertThat(count).as("still connected").isNotNegative();
      taken += count;
    }
    return taken;
  }

  private void takeUntilAllHaveAll() {
    takeUntil(reader -> reader.last() == head);
  }

  /** A reader that nobody wakes up any more shows as one that never gets there. */
  private void takeUntil(Predicate<StrictReader> there) {
    await().atMost(60, SECONDS).pollInterval(Duration.ofMillis(1)).until(() -> {
      for (int idle = 0; idle < 100; ) if (takeRound() == 0) idle++;
      return readers.stream().allMatch(there);
    });
  }

  private static long direct() {
    return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
        .filter(pool -> pool.getName().equals("direct"))
        .mapToLong(BufferPoolMXBean::getMemoryUsed)
        .sum();
  }
}
