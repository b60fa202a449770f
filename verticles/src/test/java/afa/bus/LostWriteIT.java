package afa.bus;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import afa.servers.FreePort;
import com.hazelcast.config.Config;
import com.hazelcast.config.XmlConfigBuilder;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Scanner;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The event bus of another node takes connections, reads nothing, and dies. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class LostWriteIT {
  private static final int MANY = 200;
  private static final Service<Text, Text> SERVICE =
      new Service<>("test.lost", Text.class, Text.class, Duration.ofSeconds(2));

  record Text(String text) {}

  private final String cluster = UUID.randomUUID().toString();
  private final int port = FreePort.findRow(10);
  private final Queue<Throwable> escaped = new ConcurrentLinkedQueue<>();
  private ServerSocket deaf;
  private Vertx first;
  private Vertx second;

  @BeforeEach
  void startBoth() throws Exception {
    deaf = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    first = node(new EventBusOptions().setHost("127.0.0.1"));
    first.exceptionHandler(LostWrite.apartFrom(escaped::add));
    second = node(new EventBusOptions()
        .setHost("127.0.0.1")
        .setClusterPublicHost("127.0.0.1")
        .setClusterPublicPort(deaf.getLocalPort()));
    SERVICE.serve(second.eventBus(), Future::succeededFuture).await(30, SECONDS);
  }

  @AfterEach
  void stopBoth() throws Exception {
    deaf.close();
    second.close().await(30, SECONDS);
    first.close().await(30, SECONDS);
  }

  @Test
  void whatCouldNotBeWrittenIsKnownForWhatItIsAndEveryQuestionIsAnswered() throws Exception {
    List<Future<Text>> asked = fillAndCut();
    assertThat(asked).allMatch(answer -> answer.cause() instanceof BusFailure);
    assertThat(escaped).isEmpty();
  }

  @Test
  void theNextMessageGoesByAnotherConnection() throws Exception {
    fillAndCut();
    first.runOnContext(go -> SERVICE.call(first.eventBus(), new Text("again")));
    try (Socket next = deaf.accept()) {
      Scanner bytes = new Scanner(next.getInputStream(), ISO_8859_1);
      assertThat(bytes.findWithinHorizon("again", 100_000)).isNotNull();
    }
  }

  /** Asks until the connection takes no more, and resets it then. */
  private List<Future<Text>> fillAndCut() throws Exception {
    List<Future<Text>> asked = new CopyOnWriteArrayList<>();
    first.runOnContext(go -> {
      Text large = new Text("x".repeat(200_000));
      for (int i = 0; i < MANY; i++) asked.add(SERVICE.call(first.eventBus(), large));
    });
    Socket connection = deaf.accept();
    connection.setSoLinger(true, 0);
    await().until(() -> asked.size() == MANY && connection.getInputStream().available() > 0);
    connection.close();
    Future.join(asked).otherwiseEmpty().await(60, SECONDS);
    return asked;
  }

  private Vertx node(EventBusOptions bus) throws Exception {
    try (InputStream xml = LostWriteIT.class.getResourceAsStream("/cluster.xml")) {
      Config config = new XmlConfigBuilder(xml).build().setClusterName(cluster);
      config.getNetworkConfig().setPort(port); // the second member takes one of the next
      Vertx vertx = Vertx.builder()
          .with(new VertxOptions().setEventBusOptions(bus))
          .withClusterManager(new HazelcastClusterManager(config))
          .buildClustered()
          .await(30, SECONDS);
      vertx.eventBus().registerDefaultCodec(Text.class, new RecordCodec<>(Text.class));
      return vertx;
    }
  }
}
