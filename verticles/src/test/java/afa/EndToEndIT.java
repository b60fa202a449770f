package afa;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import afa.rehearsal.Conference;
import afa.rehearsal.Fault;
import afa.rehearsal.FaultPlan;
import afa.rehearsal.Ledger;
import afa.rehearsal.RehearsedEvent;
import afa.rehearsal.x.XOptions;
import afa.rehearsal.x.XSimulator;
import afa.servers.DataDirectory;
import afa.servers.FreePort;
import afa.testkit.NodeProcess;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The promise of the whole: what was posted is in the log and in the archive, each exactly once,
 * whatever the network does and whoever is killed. Against the simulator of X.
 */
final class EndToEndIT {
  private static final long SEED = 20_261_123;
  private static final String EVENT = "aea2026";

  @TempDir(factory = DataDirectory.class)
  private Path folder;

  private final int port = FreePort.find();
  private final Vertx vertx = Vertx.vertx();
  private XSimulator x;
  private NodeProcess node;
  private History history;

  @AfterEach
  void cleanUp() throws Exception {
    if (node != null) node.cleanUp();
    vertx.close().await(30, SECONDS);
  }

  @Test
  void everythingPostedIsStoredOnceThoughNetworkNodeAndServersFail() throws Exception {
    x = XSimulator.start(
            vertx,
            new XOptions()
                .conference(Conference.load(Conference.DEFAULT))
                .seed(SEED)
                .history(60)
                .perSecond(6)
                .searchReposts(true)
                .faults(FaultPlan.parse("framing,drop=5,cut=9,garbage=2,duplicate=2,reorder=3")))
        .await(30, SECONDS);
    node = run();
    history = new History(port, EVENT, folder.resolve("data"));
    await().atMost(Duration.ofMinutes(1)).until(() -> history.head() > 80);
    Random random = new Random(SEED);
    x.faults().inject(Fault.UNAVAILABLE).await(30, SECONDS);
    // Each in turn, at a moment that the seed decides, while posts go on arriving.
    for (String victim : List.of("redis-server", "node", "bin/postgres", "redis-server")) {
      long until = history.head() + 20 + random.nextInt(30);
      await().atMost(Duration.ofMinutes(2)).until(() -> history.head() > until);
      if (victim.equals("node")) {
        node.kill();
        node = run();
      } else {
        node.killServer(victim);
      }
    }
    x.pace(0).await(30, SECONDS);
    x.faults().calm().await(30, SECONDS);
    // The newest posts are searchable after 30 s, so the last gap closes about 40 s later.
    await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
      List<String> sent = sent();
      assertThat(history.log()).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(sent);
      assertThat(history.archive()).containsExactlyElementsOf(history.log());
    });
  }

  private NodeProcess run() throws Exception {
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
    Map<String, String> environment = Map.of("X_API_URL", x.url(), "X_BEARER_TOKEN", x.token());
    return NodeProcess.start(
            folder.resolve("data"), environment, "--port", "" + port, "--event", event.toString())
        .ready();
  }

  private List<String> sent() {
    return x.ledger().entries().stream()
        .filter(Ledger.Entry::reachable)
        .map(Ledger.Entry::firstId)
        .distinct()
        .toList();
  }
}
