package afa.archive;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import afa.bus.RecordCodec;
import afa.feed.Coverage;
import afa.feed.EventInfo;
import afa.message.Addresses;
import afa.message.AppendPosts;
import afa.message.BusMessage;
import afa.message.ReadCoverage;
import afa.message.ReadLog;
import afa.store.StoreVerticle;
import afa.testkit.InMemoryLog;
import afa.testkit.Posts;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The archiver beside the real store, both in memory. */
@ExtendWith(VertxExtension.class)
class ArchiveVerticleTest {
  private static final String EVENT = "aea2026";
  private static final ArchiveConfig SMALL_PAGES =
      new ArchiveConfig(3, Duration.ofMillis(1), Duration.ofMinutes(10));

  private final InMemoryLog log = new InMemoryLog();
  private final InMemoryArchive archive = new InMemoryArchive();
  private Vertx vertx;

  @BeforeEach
  void startTheStore(Vertx vertx) throws Exception {
    this.vertx = vertx;
    RecordCodec.registerAll(vertx.eventBus(), BusMessage.class);
    LocalDateTime day = LocalDateTime.parse("2026-05-24T08:00");
    EventInfo info = new EventInfo(EVENT, "An Event Apart", "UTC", day, day.plusDays(1), null);
    vertx.deployVerticle(new StoreVerticle(List.of(info), log)).await(30, SECONDS);
  }

  @Test
  void whatWasThereBeforeAndWhatComesLaterIsCopied() throws Exception {
    append(1, 7);
    deploy();
    append(8, 10);
    expectAll(10);
  }

  @Test
  void itWaitsForAnArchiveThatIsAwayAndGoesOnAfterwards() throws Exception {
    archive.setAway(true);
    deploy();
    append(1, 5);
    archive.setAway(false);
    expectAll(5);
    archive.setAway(true);
    append(6, 9);
    archive.setAway(false);
    expectAll(9);
  }

  @Test
  void itWaitsForALogThatIsAwayAndGoesOnAfterwards() throws Exception {
    append(1, 5);
    log.setAway(true);
    deploy();
    log.setAway(false);
    expectAll(5);
  }

  @Test
  void anotherLifeOfTheLogIsCopiedFromItsBeginning() throws Exception {
    deploy();
    append(1, 8);
    expectAll(8);
    log.forget();
    append(21, 24);
    expectAll(4);
  }

  @Test
  void anotherArchiverGoesOnWhereTheFirstOneStopped() throws Exception {
    String first = deploy();
    append(1, 4);
    expectAll(4);
    deploy();
    vertx.undeploy(first).await(30, SECONDS);
    append(5, 6);
    expectAll(6);
  }

  @Test
  void whoIsRefusedAsAnotherOneArchivesStandsByAgainAndLosesNothing() throws Exception {
    vertx
        .deployVerticle(new ArchiveVerticle(EVENT, SMALL_PAGES, archive, Duration.ofMillis(300)))
        .await(30, SECONDS);
    append(1, 4);
    expectAll(4);
    long newest = archive.claim(EVENT).await(30, SECONDS); // a node that this one does not know of
    append(5, 12);
    expectAll(12);
    assertThat(archive.claim(EVENT).await(30, SECONDS)).isGreaterThan(newest + 1);
  }

  @Test
  void coverageIsKeptAndServedToWhoeverShowsIt() throws Exception {
    cover(60);
    String first = deploy();
    await().untilAsserted(() -> assertThat(kept()).isEqualTo(Map.of("x", covered(60))));
    cover(90);
    vertx.undeploy(first).await(30, SECONDS); // its last word
    deploy();
    assertThat(kept()).isEqualTo(Map.of("x", covered(90)));
  }

  @Test
  void aStopDoesNotWaitForAnArchiveThatIsAway() throws Exception {
    String first = deploy();
    append(1, 2);
    expectAll(2);
    archive.setAway(true);
    vertx.undeploy(first).await(30, SECONDS);
  }

  private void cover(long seconds) throws Exception {
    AppendPosts request = new AppendPosts(EVENT, "x", List.of(), List.of(), null, covered(seconds));
    Addresses.APPEND.call(vertx.eventBus(), request).await(30, SECONDS);
  }

  private static Coverage covered(long seconds) {
    Instant noon = Instant.parse("2026-05-24T12:00:00Z");
    return Coverage.NONE.streamed(noon, noon.plusSeconds(seconds));
  }

  private Map<String, Coverage> kept() throws Exception {
    return Addresses.keptCoverage(EVENT)
        .call(vertx.eventBus(), new ReadCoverage(EVENT))
        .await(30, SECONDS)
        .sources();
  }

  private String deploy() throws Exception {
    return vertx
        .deployVerticle(new ArchiveVerticle(EVENT, SMALL_PAGES, archive))
        .await(30, SECONDS);
  }

  private void append(long first, long last) throws Exception {
    AppendPosts request = new AppendPosts(EVENT, "x", Posts.posts(first, last), null);
    Addresses.APPEND.call(vertx.eventBus(), request).await(30, SECONDS);
  }

  /** The archive gets what the log has, in order. */
  private void expectAll(int size) throws Exception {
    await().untilAsserted(() -> assertThat(archive.page(EVENT, 0, 1_000).await(30, SECONDS))
        .hasSize(size)
        .isEqualTo(log.read(new ReadLog(EVENT, 0, 1_000)).await(30, SECONDS).entries()));
  }
}
