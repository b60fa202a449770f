package afa;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import afa.rehearsal.Conference;
import afa.rehearsal.Ledger;
import afa.rehearsal.RehearsedEvent;
import afa.rehearsal.x.XOptions;
import afa.rehearsal.x.XSimulator;
import afa.servers.DataDirectory;
import afa.testkit.FreePort;
import afa.testkit.NodeProcess;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Owners in processes of their own that are killed and paused: one reads, nothing lost or doubled. */
@Timeout(value = 6, unit = java.util.concurrent.TimeUnit.MINUTES)
final class FailOverIT {
  private static final Logger log = LoggerFactory.getLogger(FailOverIT.class);
  private static final String EVENT = "aea2026";
  private static final String OWNER = "This node is the owner: event=" + EVENT + " source=x";
  private static final String ARCHIVER = "This node is the archiver: event=" + EVENT;
  private static final String REFUSED = "late write refused: event=" + EVENT + " source=";

  @TempDir(factory = DataDirectory.class)
  private Path folder;

  private final Vertx vertx = Vertx.vertx();
  private final List<NodeProcess> nodes = new ArrayList<>();
  private XSimulator x;
  private NodeProcess store;
  private History history;

  @BeforeEach
  void startTheStore() throws Exception {
    x = XSimulator.start(
            vertx,
            new XOptions()
                .conference(Conference.load(Conference.DEFAULT))
                .history(20)
                .perSecond(6)
                .searchReposts(true))
        .await(10, SECONDS);
    int port = FreePort.find();
    String[] roles = arguments(port, "store,delivery");
    store = keep(NodeProcess.start(folder.resolve("data"), environment(), roles)).ready();
    history = new History(port, EVENT, folder.resolve("data"));
  }

  @AfterEach
  void cleanUp() throws Exception {
    for (int i = nodes.size() - 1; i >= 0; i--) nodes.get(i).cleanUp();
    vertx.close().await(10, SECONDS);
  }

  @Test
  void ownersAreKilledAndPausedAndOthersGoOnWithoutThem() throws Exception {
    NodeProcess first = ingest();
    await().atMost(Duration.ofMinutes(1)).until(() -> says(first, OWNER, 1) && head() > 30);
    NodeProcess second = ingest();
    first.kill();
    takesOver("killed", second, 1);
    NodeProcess third = ingest();
    second.pause();
    takesOver("paused", third, 1);
    second.resume();
    heals(second);
    third.kill(); // only the one that was paused is left
    takesOver("killed, by one that was paused", second, 2);
    x.pace(0).await(5, SECONDS);
    // The newest posts are searchable after 30 s, so the last gap closes about 40 s later.
    await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
      assertThat(history.log())
          .doesNotHaveDuplicates()
          .containsExactlyInAnyOrderElementsOf(sent());
      assertThat(history.archive()).containsExactlyElementsOf(history.log());
    });
  }

  private void takesOver(String what, NodeProcess node, int time) {
    long begin = System.nanoTime();
    await(what)
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> says(node, OWNER, time));
    log.info("{}: another node owns X after {}", what, Duration.ofNanos(System.nanoTime() - begin));
    long before = head();
    await(what).atMost(Duration.ofMinutes(1)).until(() -> head() > before + 10);
    log.info("{}: ten more posts after {}", what, Duration.ofNanos(System.nanoTime() - begin));
    await(what).atMost(Duration.ofMinutes(1)).until(() -> says(node, ARCHIVER, time));
  }

  /** What it still holds is refused, and it stands by. */
  private void heals(NodeProcess node) {
    long begin = System.nanoTime();
    await("refused").atMost(Duration.ofMinutes(1)).until(() -> says(node, REFUSED, 1));
    log.info("Refused after {}", Duration.ofNanos(System.nanoTime() - begin));
    long before = head();
    await("merged").atMost(Duration.ofMinutes(1)).until(() -> head() > before + 60);
  }

  private NodeProcess ingest() throws Exception {
    return keep(store.another(environment(), arguments(FreePort.find(), "ingest,archive"))).ready();
  }

  private NodeProcess keep(NodeProcess node) {
    nodes.add(node);
    return node;
  }

  private Map<String, String> environment() {
    return Map.of("X_API_URL", x.url(), "X_BEARER_TOKEN", x.token());
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
          x: { rules: ["%s"], postsPerDay: 0, lookBackMinutes: 1440 }
        """
            .formatted(RehearsedEvent.RULE));
    return new String[] {"--port", "" + port, "--roles", roles, "--event", event.toString()};
  }

  private static boolean says(NodeProcess node, String what, int times) throws IOException {
    return node.output().split(what, -1).length > times;
  }

  private long head() {
    return history.head();
  }

  private List<String> sent() {
    return x.ledger().entries().stream()
        .filter(Ledger.Entry::reachable)
        .map(Ledger.Entry::firstId)
        .distinct()
        .toList();
  }
}
