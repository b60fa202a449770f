package afa.delivery;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A node died, and all its readers come here at once, with numbers from before the tail. */
class CatchUpStormIT extends DeliveryRig {
  private static final int READERS = 2_000;
  private static final int HEAD = 2_500;

  private final Random random = new Random(5);
  private final List<StrictReader> late = new ArrayList<>();
  private NarrowDoor door;

  @Override
  DeliveryConfig config() {
    return new DeliveryConfig(
        Tail.PAGE_BYTES, Duration.ofSeconds(15), 500, 100_000_000, 10, false, DrainConfig.DEFAULT);
  }

  @BeforeEach
  void open() throws Exception {
    door = new NarrowDoor(doors);
    vertx.deployVerticle(door).await(30, SECONDS);
    append(1, HEAD);
  }

  @AfterEach
  void close() throws Exception {
    for (StrictReader reader : late) reader.close();
  }

  @Test
  void theLogIsReadOncePerPageAndWhoIsUpToDateStaysSo() throws Exception {
    int reads = log.reads();
    StrictReader live = join(HEAD);
    // Nobody of them is through before it has read: their sockets hold some kilobytes.
    for (int i = 0; i < READERS; i++) late.add(join(1_400 + random.nextInt(300)));
    long head = HEAD;
    while (!isEverybodyAt(HEAD)) {
      head++;
      append(head, head);
      long now = head;
      await().pollInterval(Duration.ofMillis(1)).until(() -> takeUpTo(live, now));
      for (StrictReader reader : late) reader.take(40_000);
    }
    assertThat(live.last()).isGreaterThan(HEAD + 3);
    long last = head;
    await().atMost(30, SECONDS).pollInterval(Duration.ofMillis(1)).until(() -> {
      for (StrictReader reader : late) reader.take(40_000);
      return isEverybodyAt(last);
    });
    live.close();
    // From 1,400 to the tail are three pages at most, the last of which may grow with each update.
    assertThat((long) (log.reads() - reads)).isBetween(1L, 3 + last - HEAD);
  }

  @Test
  void whoIsLateWhileTheLogCannotBeReadComesAgain() throws Exception {
    log.setAway(true);
    StrictReader live = join(HEAD);
    for (int i = 0; i < 50; i++) late.add(join(i));
    for (StrictReader reader : late) await().until(() -> isAtEnd(reader));
    assertThat(late).allMatch(reader -> reader.last() < 50);
    log.setAway(false);
    StrictReader again = join(late.get(7).last());
    append(HEAD + 1, HEAD + 1);
    await().until(() -> takeUpTo(live, HEAD + 1));
    await().until(() -> takeUpTo(again, HEAD + 1));
    live.close();
    again.close();
    await().until(() -> counters.streams.get() == 0);
  }

  @Test
  void aLogThatIsShorterThanItWasIsNotAskedAgainAndAgain() throws Exception {
    log.forget();
    int reads = log.reads();
    for (int i = 0; i < 50; i++) late.add(join(i));
    for (StrictReader reader : late) {
      await().until(() -> isAtEnd(reader) || !reader.resets().isEmpty());
    }
    assertThat(log.reads() - reads).isLessThan(70); // once each, and what the store does itself
  }

  private static boolean isAtEnd(StrictReader reader) throws Exception {
    int taken = reader.take(10_000);
    while (taken > 0) taken = reader.take(10_000);
    return taken < 0 || reader.isEnded();
  }

  private static boolean takeUpTo(StrictReader reader, long n) throws Exception {
    assertThat(reader.take(40_000)).as("still connected").isNotNegative();
    return reader.last() == n;
  }

  private boolean isEverybodyAt(long n) {
    return late.stream().allMatch(reader -> reader.last() >= n);
  }

  private StrictReader join(long since) throws Exception {
    String path = FEED + "stream?since=" + since;
    return new StrictReader(door.port(), 8_192, path, since, null);
  }
}
