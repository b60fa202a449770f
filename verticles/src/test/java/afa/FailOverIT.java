package afa;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import afa.rehearsal.Draft;
import afa.rehearsal.SimulatorServer;
import afa.rehearsal.bluesky.BlueskySimulator;
import afa.servers.DataDirectory;
import afa.servers.FreePort;
import afa.testkit.Http;
import afa.testkit.NodeProcess;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Owners in processes of their own that are killed and paused: one reads, nothing lost or doubled. */
@Timeout(value = 6, unit = TimeUnit.MINUTES)
final class FailOverIT {
  private static final Logger log = LoggerFactory.getLogger(FailOverIT.class);
  private static final String EVENT = "aea2026";
  private static final Duration POST_EVERY = Duration.ofMillis(150);
  private static final String OWNER = "This node is the owner: event=" + EVENT + " source=bluesky";
  private static final String ARCHIVER = "This node is the archiver: event=" + EVENT;
  private static final String REFUSED = "late write refused: event=" + EVENT + " source=";
  private static final String GIVEN_UP = "state=DEGRADED"; // it had nothing to write any more

  @TempDir(factory = DataDirectory.class)
  private Path folder;

  private final Vertx vertx = Vertx.vertx();
  private final List<NodeProcess> nodes = new ArrayList<>();
  private final List<String> sent = new CopyOnWriteArrayList<>();
  private SimulatorServer<BlueskySimulator> bluesky;
  private long posting; // timer
  private NodeProcess store;
  private History history;

  @BeforeEach
  void startTheStore() throws Exception {
    bluesky = SimulatorServer.start(
            vertx, 1, setting -> new BlueskySimulator(setting, Duration.ofSeconds(1)))
        .await(30, SECONDS);
    int port = FreePort.find();
    String[] roles = arguments(port, "store,delivery");
    store =
        keep(NodeProcess.start(folder.resolve("data"), environment(), roles)).ready();
    history = new History(port, EVENT, folder.resolve("data"));
    posting = vertx.setPeriodic(POST_EVERY.toMillis(), tick -> post());
  }

  private void post() {
    String text = "the " + sent.size() + "th #inkwherry";
    bluesky.on(network -> sent.add(network.send(Draft.post("bethrunner", text))));
  }

  @AfterEach
  void cleanUp() throws Exception {
    for (int i = nodes.size() - 1; i >= 0; i--) nodes.get(i).cleanUp();
    vertx.close().await(30, SECONDS);
  }

  @Test
  void ownersAreKilledAndPausedAndOthersGoOnWithoutThem() throws Exception {
    NodeProcess first = ingest();
    await().atMost(Duration.ofMinutes(1)).until(() -> says(first, OWNER, 1) && head() > 30);
    NodeProcess second = ingest();
    first.kill();
    takesOver("killed", second, 1);
    NodeProcess third = ingest();
    second.pause(); // for longer than the cluster waits
    takesOver("paused", third, 1);
    second.resume();
    assertThat(second.exit(Duration.ofMinutes(1))).isEqualTo(Expulsion.START_AGAIN);
    assertThat(second.output()).containsAnyOf(REFUSED, GIVEN_UP);
    assertThat(second.output()).contains("its cluster went on without it");
    NodeProcess again = ingest();
    third.kill();
    takesOver("killed once more", again, 1);
    vertx.cancelTimer(posting);
    await().atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
      assertThat(history.log()).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(sent);
      assertThat(history.archive()).containsExactlyElementsOf(history.log());
    });
  }

  private void takesOver(String what, NodeProcess node, int time) {
    long begin = System.nanoTime();
    await(what)
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> says(node, OWNER, time));
    log.info(
        "{}: another node is the owner after {}",
        what,
        Duration.ofNanos(System.nanoTime() - begin));
    long before = head();
    await(what).atMost(Duration.ofMinutes(1)).until(() -> head() > before + 10);
    log.info("{}: ten more posts after {}", what, Duration.ofNanos(System.nanoTime() - begin));
    await(what).atMost(Duration.ofMinutes(1)).until(() -> says(node, ARCHIVER, time));
  }

  /** One that has found the others. */
  private NodeProcess ingest() throws Exception {
    int port = FreePort.find();
    NodeProcess node =
        keep(store.another(environment(), arguments(port, "ingest,archive"))).ready();
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> Http.get(port, "/health/ready").statusCode() == 200);
    return node;
  }

  private NodeProcess keep(NodeProcess node) {
    nodes.add(node);
    return node;
  }

  private Map<String, String> environment() {
    String url = bluesky.url() + BlueskySimulator.PREFIX;
    return Map.of("BLUESKY_JETSTREAM_URL", url, "BLUESKY_API_URL", url, "BLUESKY_CDN_URL", url);
  }

  private String[] arguments(int port, String roles) throws IOException {
    Path event = Files.writeString(
        folder.resolve("aea.yaml"),
        """
        event: aea2026
        name: An Event
        timeZone: UTC
        from: 2026-01-01T08:00
        to: 2099-01-01T18:00
        sources:
          bluesky: { tags: [inkwherry] }
        """);
    return new String[] {"--port", "" + port, "--roles", roles, "--event", event.toString()};
  }

  private static boolean says(NodeProcess node, String what, int times) throws IOException {
    return node.output().split(what, -1).length > times;
  }

  private long head() {
    return history.head();
  }
}
