package afa.archive;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import afa.bus.RecordCodec;
import afa.message.Addresses;
import afa.message.BusMessage;
import afa.message.Happened;
import afa.message.ReadTimeline;
import afa.servers.DataDirectory;
import afa.servers.PostgresServer;
import afa.servers.UnpackedPostgres;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The timeline and a real PostgreSQL that is taken away from it. */
@ExtendWith(VertxExtension.class)
class TimelineVerticleIT {
  private static final Instant NOON = Instant.parse("2026-05-24T12:00:00Z");

  @TempDir(factory = DataDirectory.class)
  Path data;

  private PostgresServer server;
  private Vertx vertx;

  @BeforeEach
  void start(Vertx vertx) throws Exception {
    this.vertx = vertx;
    RecordCodec.registerAll(vertx.eventBus(), BusMessage.class);
    UnpackedPostgres.link(data);
    server = PostgresServer.start(data, 19_452);
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  @Test
  void whatHappensIsKeptOnceThoughTwoKeepItAndReadNewestFirst() throws Exception {
    deploy();
    deploy();
    for (int i = 1; i <= 5; i++) happen(i, i);
    happen(5, 5);
    await().until(() -> read(null, 10).equals(List.of("h5", "h4", "h3", "h2", "h1")));
    assertThat(read(null, 2)).containsExactly("h5", "h4");
    assertThat(read(NOON.plusSeconds(3), 10)).containsExactly("h2", "h1");
  }

  @Test
  void whatHappenedAtTheSameMomentStaysTogether() throws Exception {
    deploy();
    for (int i = 1; i <= 5; i++) happen(i, i == 1 ? 1 : 2);
    await().until(() -> read(null, 10).size() == 5);
    assertThat(read(null, 2)).containsExactlyInAnyOrder("h2", "h3", "h4", "h5");
  }

  @Test
  void anEntryComesBackAsItWasTold() throws Exception {
    deploy();
    Happened told =
        new Happened("w", NOON, "a", null, "ada\0", "stop", true, "Stopped \uD83C\uDF89");
    Addresses.TIMELINE.publish(vertx.eventBus(), told);
    await().until(() -> read(null, 10).contains("w"));
    Happened kept = Addresses.READ_TIMELINE
        .call(vertx.eventBus(), new ReadTimeline(null, 1))
        .await(30, SECONDS)
        .happened()
        .get(0);
    assertThat(kept)
        .isEqualTo(
            new Happened("w", NOON, "a", null, "ada\uFFFD", "stop", true, "Stopped \uD83C\uDF89"));
  }

  @Test
  void whatHappensWhilePostgresIsAwayWaitsAndIsKeptAfterwards() throws Exception {
    server.stop();
    deploy();
    happen(1, 1);
    assertThat(Addresses.READ_TIMELINE
            .call(vertx.eventBus(), new ReadTimeline(null, 1))
            .map("answered")
            .otherwise("away")
            .await(30, SECONDS))
        .isEqualTo("away");
    server = PostgresServer.start(data, 19_452);
    happen(2, 2);
    await().until(() -> read(null, 10).equals(List.of("h2", "h1")));
    ProcessHandle process = ProcessHandle.of(server.pid()).orElseThrow();
    process.destroyForcibly();
    await("killed").until(() -> !process.isAlive());
    happen(3, 3);
    server.restart();
    await().until(() -> read(null, 10).equals(List.of("h3", "h2", "h1")));
  }

  private void deploy() throws Exception {
    vertx
        .deployVerticle(new TimelineVerticle(PostgresTimeline.connect(vertx, server.url())))
        .await(30, SECONDS);
  }

  private void happen(int id, int second) {
    Happened happened = new Happened(
        "h" + id, NOON.plusSeconds(second), null, null, "cluster", "test", false, "It happened.");
    Addresses.TIMELINE.publish(vertx.eventBus(), happened);
  }

  private List<String> read(@Nullable Instant before, int limit) throws Exception {
    return Addresses.READ_TIMELINE
        .call(vertx.eventBus(), new ReadTimeline(before, limit))
        .map(read -> read.happened().stream().map(Happened::id).toList())
        .otherwise(List.of())
        .await(30, SECONDS);
  }
}
