package afa.archive;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import afa.bus.RecordCodec;
import afa.feed.LogEntry;
import afa.message.Addresses;
import afa.message.AppendPosts;
import afa.message.BusMessage;
import afa.message.ReadLog;
import afa.servers.DataDirectory;
import afa.servers.PostgresServer;
import afa.servers.UnpackedPostgres;
import afa.store.StoreVerticle;
import afa.testkit.InMemoryLog;
import afa.testkit.Posts;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The archiver and a real PostgreSQL that is taken away from it. */
@ExtendWith(VertxExtension.class)
class ArchiveVerticleIT {
  private static final String EVENT = "aea2026";
  private static final ArchiveConfig CONFIG =
      new ArchiveConfig(20, Duration.ofMillis(1), Duration.ofSeconds(1));

  @TempDir(factory = DataDirectory.class)
  Path data;

  private final InMemoryLog log = new InMemoryLog();
  private PostgresServer server;
  private Vertx vertx;
  private Archive archive;

  @BeforeEach
  void start(Vertx vertx) throws Exception {
    this.vertx = vertx;
    RecordCodec.registerAll(vertx.eventBus(), BusMessage.class);
    UnpackedPostgres.link(data);
    server = PostgresServer.start(data, 19_432);
    archive = PostgresArchive.connect(vertx, server.url());
    vertx.deployVerticle(new StoreVerticle(List.of(), log)).await(30, SECONDS);
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  @Test
  void killingPostgresWhileItCopiesLosesNothingAndDoublesNothing() throws Exception {
    for (long first = 1; first < 12_000; first += 1_000) append(first, first + 999);
    deploy();
    for (int copied : new int[] {500, 3_000, 6_000, 9_000}) {
      await(copied + " copied").pollInterval(Duration.ofMillis(5)).until(() -> isCopied(copied));
      assertThat(isCopied(12_000)).isFalse();
      kill();
      server.restart();
    }
    append(12_001, 12_001);
    expectAll(12_001);
  }

  @Test
  void itIsStartedBeforePostgresAndWaits() throws Exception {
    server.stop();
    append(1, 10);
    deploy();
    server = PostgresServer.start(data, 19_432);
    expectAll(10);
  }

  private void deploy() throws Exception {
    vertx.deployVerticle(new ArchiveVerticle(EVENT, CONFIG, archive)).await(30, SECONDS);
  }

  private void append(long first, long last) throws Exception {
    AppendPosts request = new AppendPosts(EVENT, "x", Posts.posts(first, last), null);
    Addresses.APPEND.call(vertx.eventBus(), request).await(30, SECONDS);
  }

  private boolean isCopied(long entries) throws Exception {
    return archive.count(EVENT).otherwise(0L).await(30, SECONDS) >= entries;
  }

  private void kill() {
    ProcessHandle process = ProcessHandle.of(server.pid()).orElseThrow();
    process.destroyForcibly();
    await("killed").until(() -> !process.isAlive());
  }

  private void expectAll(int size) throws Exception {
    await("all copied").atMost(Duration.ofSeconds(30)).until(() -> isCopied(size));
    List<LogEntry> expected = new ArrayList<>();
    while (expected.size() < size) {
      ReadLog next = new ReadLog(EVENT, expected.size(), ReadLog.MAX_LIMIT);
      expected.addAll(log.read(next).await(30, SECONDS).entries());
    }
    assertThat(archive.page(EVENT, 0, 20_000).await(30, SECONDS)).isEqualTo(expected);
  }
}
