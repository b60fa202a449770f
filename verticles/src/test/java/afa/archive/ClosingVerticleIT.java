package afa.archive;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import afa.bus.RecordCodec;
import afa.database.DatabaseUrl;
import afa.feed.EventInfo;
import afa.message.Addresses;
import afa.message.AppendPosts;
import afa.message.BusMessage;
import afa.store.StoreVerticle;
import afa.testkit.InMemoryLog;
import afa.testkit.Posts;
import afa.testkit.RealServers;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class ClosingVerticleIT {
  private static final Duration OFTEN = Duration.ofMillis(20);
  private static final LocalDateTime LONG_AGO = LocalDateTime.parse("2010-05-24T08:00");
  private static final EventInfo OVER = event("over", LONG_AGO.plusDays(1));
  private static final EventInfo RUNNING = event("running", LONG_AGO.withYear(2100));

  private final InMemoryLog log = new InMemoryLog();
  private String database;
  private Archive archive;
  private Vertx vertx;

  @BeforeEach
  void start(Vertx vertx) throws Exception {
    this.vertx = vertx;
    RecordCodec.registerAll(vertx.eventBus(), BusMessage.class);
    database = RealServers.migratedDatabase();
    archive = PostgresArchive.connect(vertx, database);
    archive.prepare().await(30, SECONDS);
    vertx.deployVerticle(new StoreVerticle(List.of(OVER, RUNNING), log)).await(30, SECONDS);
    log.append(new AppendPosts("over", "x", Posts.posts(1, 30), null));
    log.append(new AppendPosts("running", "x", Posts.posts(1, 30), null));
    vertx
        .deployVerticle(new ClosingVerticle(
            List.of(OVER, RUNNING), Duration.ZERO, Closings.connect(vertx, database), OFTEN))
        .await(30, SECONDS);
  }

  @Test
  void anEventThatIsOverIsClosedOnceTheArchiveHasEverything() throws Exception {
    archive.checkpoint("over", "life1").await(30, SECONDS);
    assertThat(remembered()).isEmpty(); // nothing is copied
    archive("over");
    archive("running");
    await().untilAsserted(() -> assertThat(remembered()).containsExactly("over"));
    assertThat(archive.count("over").await(30, SECONDS)).isEqualTo(30);
  }

  @Test
  void somethingThatComesInAfterAllIsArchivedToo() throws Exception {
    archive("over");
    await().until(() -> remembered().contains("over"));
    Addresses.APPEND
        .call(vertx.eventBus(), new AppendPosts("over", "x", Posts.posts(31, 31), null))
        .await(30, SECONDS);
    await().until(() -> archive.count("over").await(30, SECONDS) == 31);
    await().until(() -> remembered().contains("over"));
  }

  private void archive(String event) throws Exception {
    ArchiveConfig config = new ArchiveConfig(10, Duration.ofMillis(1), Duration.ofMillis(100));
    vertx.deployVerticle(new ArchiveVerticle(event, config, archive)).await(30, SECONDS);
  }

  private Set<String> remembered() throws Exception {
    Pool pool = DatabaseUrl.parse(database).pool(vertx, 1, 5);
    return pool.query("select event from events where archived_at is not null")
        .execute()
        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
            .map(row -> row.getString(0))
            .collect(Collectors.toSet()))
        .eventually(pool::close)
        .await(30, SECONDS);
  }

  private static EventInfo event(String event, LocalDateTime to) {
    return new EventInfo(event, event, "UTC", LONG_AGO, to, null);
  }
}
