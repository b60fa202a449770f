package afa.delivery;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.json.JsonObject;
import java.io.File;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Readers that leave at any moment in any way, or say what nobody asked them. */
class VanishingReadersIT extends DeliveryRig {
  private static final int READERS = 600;
  private static final String MORE = "\r\n\r\nmore\r\n\r\n";

  private final Random random = new Random(3);
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private NarrowDoor door;
  private long head = 1_500;

  /** How a reader leaves. */
  private enum Way {
    FIN,
    RST,
    HALF_CLOSE,
    MORE_BYTES
  }

  @Override
  DeliveryConfig config() {
    return new DeliveryConfig(
        Tail.PAGE_BYTES, Duration.ofSeconds(15), 500, 100_000_000, 10, false, DrainConfig.DEFAULT);
  }

  @BeforeEach
  void open() throws Exception {
    Metrics.addRegistry(metrics);
    door = new NarrowDoor(doors);
    vertx.deployVerticle(door).await(30, SECONDS);
    append(1, head);
  }

  @AfterEach
  void close() {
    Metrics.removeRegistry(metrics);
  }

  @Test
  void whoeverLeavesAnyhowLeavesNothingBehind() throws Exception {
    StrictReader faithful = join("stream?since=" + head, head);
    await().until(() -> counters.streams.get() == 1);
    double opened = counters.connected.count();
    double closed = counters.closed.count();
    int descriptors = descriptors();
    List<StrictReader> here = new ArrayList<>();
    for (int i = 0; i < READERS; i++) {
      here.add(joinAnyhow());
      if (i % 20 == 0) append(++head, head);
      for (StrictReader reader : here) reader.take(1 + random.nextInt(3_000));
      while (here.size() > random.nextInt(30)) leave(here.remove(random.nextInt(here.size())));
      faithful.take(100_000);
      if (i % 50 == 0) assertThat(headAsTold()).isEqualTo(head);
    }
    for (StrictReader reader : here) leave(reader);
    await().until(() -> faithful.take(100_000) >= 0 && faithful.last() == head);
    await().until(() -> counters.streams.get() == 1);
    assertThat(counters.connected.count() - opened).isEqualTo(counters.closed.count() - closed);
    await().until(() -> descriptors() <= descriptors);
    faithful.close();
    await().until(() -> counters.streams.get() == 0);
  }

  /** A request sent behind that of a stream is not answered, and does no harm. */
  @Test
  void twoRequestsInOnePacketAreOneStreamOrNone() throws Exception {
    String asked = StrictReader.request(FEED + "stream?since=" + (head - 1));
    for (int i = 0; i < 50; i++) {
      StrictReader reader = join(null, head - 1);
      reader.write(asked + asked);
      await()
          .pollInterval(Duration.ofMillis(1))
          .until(() -> reader.take(1_000) < 0 || reader.last() == head);
      reader.close();
    }
    await().until(() -> counters.streams.get() == 0);
  }

  @Test
  void whoSaysMoreOnAStreamTakenFromTheServerIsCut() throws Exception {
    if (!isNative()) return; // there the server reads on, and keeps it for after the response
    StrictReader reader = join("stream?since=" + (head - 1), head - 1);
    await().until(() -> reader.take(1_000) >= 0 && reader.last() == head);
    untilTold(reader, () -> reader.write(MORE));
    await().until(() -> counters.streams.get() == 0);
    reader.close();
  }

  /** A connection of its own, whose descriptor may be that of a reader who has just left. */
  private long headAsTold() throws Exception {
    await().until(() -> json("updates?since=-1&wait=0").getLong("head") == head);
    JsonObject told = json("head");
    return told.getLong("head");
  }

  private StrictReader joinAnyhow() throws Exception {
    long since = random.nextInt((int) head + 1);
    StrictReader reader = join(null, since);
    String request = StrictReader.request(FEED + "stream?since=" + since);
    int cut = random.nextInt(4) == 0 ? random.nextInt(request.length()) : request.length();
    reader.write(request.substring(0, cut));
    return reader;
  }

  private void leave(StrictReader reader) throws Exception {
    switch (Way.values()[random.nextInt(4)]) {
      case RST -> reader.channel().setOption(StandardSocketOptions.SO_LINGER, 0);
      case HALF_CLOSE -> untilTold(reader, () -> reader.channel().shutdownOutput());
      case MORE_BYTES -> reader.write(MORE);
      case FIN -> {}
    }
    reader.close();
  }

  private interface Step {
    void run() throws Exception;
  }

  /** What it says ends its stream: it need not leave itself. */
  private static void untilTold(StrictReader reader, Step step) throws Exception {
    try {
      step.run();
      await().pollInterval(Duration.ofMillis(1)).until(() -> isOver(reader));
    } catch (IOException reset) {
      // As good as an end.
    }
  }

  private static boolean isOver(StrictReader reader) throws Exception {
    int taken = 1;
    while (taken > 0) taken = reader.channel().read(ByteBuffer.allocate(100_000));
    return taken < 0;
  }

  private StrictReader join(String what, long since) throws Exception {
    return new StrictReader(door.port(), 4_096, what == null ? null : FEED + what, since, null);
  }

  private static int descriptors() {
    return new File("/proc/self/fd").list().length;
  }
}
