package afa.supervisor;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import afa.message.Addresses;
import afa.message.CommandVerticle;
import afa.message.CommandVerticle.Action;
import afa.message.NodeReported;
import afa.message.ReadLines;
import afa.message.VerticleCommanded;
import afa.message.VerticleState;
import afa.servers.DataDirectory;
import afa.servers.FreePort;
import afa.testkit.BusMember;
import afa.testkit.Http;
import afa.testkit.NodeProcess;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two real nodes, and somebody on the bus who wants something of them. */
@NullUnmarked
final class SupervisionIT {
  @TempDir(factory = DataDirectory.class)
  private Path folder;

  private final Map<String, NodeReported> reports = new ConcurrentHashMap<>();
  private final int port = FreePort.find();
  private final int second = FreePort.find();
  private NodeProcess all;
  private NodeProcess delivery;
  private Vertx member;

  @BeforeEach
  void startBoth() throws Exception {
    Path data = folder.resolve("data");
    Path event = Files.writeString(
        folder.resolve("aea.yaml"),
        """
        event: aea2026
        name: An Event
        timeZone: Europe/Berlin
        from: 2026-05-24T08:00
        to: 2099-05-25T18:00
        """);
    all = NodeProcess.start(
            data, Map.of("AFA_NODE", "all", "AFA_PORT", "" + port), "--event", event.toString())
        .ready();
    delivery = startDelivery().ready();
    member = BusMember.join(data);
    Addresses.NODES
        .subscribe(member.eventBus(), report -> reports.put(report.node(), report))
        .await(30, SECONDS);
  }

  private NodeProcess startDelivery() throws Exception {
    return all.another(Map.of(), "--roles", "delivery", "--node", "more", "--port", "" + second);
  }

  @AfterEach
  void cleanUp() throws Exception {
    if (member != null) member.close().await(30, SECONDS);
    if (delivery != null) delivery.kill();
    if (all != null) all.cleanUp();
  }

  @Test
  void verticlesAreRestartedByMessageAndAStopOutlivesTheProcess() throws Exception {
    await()
        .until(() -> ready(second)
            && reports.containsKey("all")
            && state("more", "delivery") == VerticleState.RUNNING);
    assertThat(reports.get("all").verticles())
        .extracting(v -> v.verticle())
        .containsExactly(
            "front",
            "store",
            "delivery",
            "ingest",
            "coverage",
            "site",
            "console",
            "timeline",
            "links",
            "closing",
            "archive.aea2026",
            "talks.aea2026");

    VerticleCommanded restarted = command("more", "delivery", Action.RESTART);
    assertThat(restarted.sentence()).startsWith("delivery on more was restarted in");
    await().until(() -> ready(second));
    assertThat(Http.get(second, "/events/aea2026/updates?wait=0").statusCode()).isEqualTo(200);
    assertThat(Addresses.lines("more")
            .call(member.eventBus(), new ReadLines("", 100))
            .await(30, SECONDS)
            .lines())
        .anySatisfy(line -> assertThat(line.message()).contains("was restarted"));

    assertThat(command("more", "delivery", Action.STOP).done()).isTrue();
    await().until(() -> !ready(second));
    delivery.kill();
    delivery = startDelivery().ready();
    await().until(() -> state("more", "front") == VerticleState.RUNNING);
    assertThat(state("more", "delivery")).isEqualTo(VerticleState.STOPPED);
    assertThat(state("all", "delivery")).isEqualTo(VerticleState.RUNNING);
    assertThat(ready(second)).isFalse();
    assertThat(command("more", "delivery", Action.START).done()).isTrue();
    await().until(() -> ready(second));
  }

  @Test
  void everyVerticleOfANodeCanBeRestartedAlone() throws Exception {
    await().until(() -> ready(port) && reports.containsKey("all"));
    for (var verticle : reports.get("all").verticles()) {
      assertThat(command("all", verticle.verticle(), Action.RESTART).sentence())
          .startsWith(verticle.verticle() + " on all was restarted in");
      await().until(() -> ready(port));
    }
    assertThat(Http.get(port, "/events/aea2026").statusCode()).isEqualTo(200);
    assertThat(Http.get(second, "/events/aea2026/updates?wait=0").statusCode()).isEqualTo(200);
  }

  private VerticleCommanded command(String node, String verticle, Action action) throws Exception {
    return Addresses.command(node)
        .call(member.eventBus(), new CommandVerticle(verticle, action, "ada", false))
        .await(60, SECONDS);
  }

  private VerticleState state(String node, String verticle) {
    return Optional.ofNullable(reports.get(node)).stream()
        .flatMap(report -> report.verticles().stream())
        .filter(status -> status.verticle().equals(verticle))
        .map(status -> status.state())
        .findFirst()
        .orElse(null);
  }

  private static boolean ready(int port) throws Exception {
    try {
      return Http.get(port, "/health/ready").statusCode() == 200;
    } catch (java.io.IOException away) {
      return false; // its port is closed for a moment
    }
  }
}
