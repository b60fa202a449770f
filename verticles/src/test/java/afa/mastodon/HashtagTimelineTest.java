package afa.mastodon;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import afa.source.Harvest;
import afa.source.SourceCounters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Walks through a server that gives its pages without saying where the next ones are. */
@ExtendWith(VertxExtension.class)
class HashtagTimelineTest {
  private static final Instant NOW = Instant.parse("2026-05-24T12:30:00Z");

  private final TreeSet<Long> ids = new TreeSet<>();
  private boolean deaf; // gives the newest page, whatever it is asked for
  private HttpServer server;
  private MastodonSite site;
  private HashtagTimeline timeline;

  @BeforeEach
  void start(Vertx vertx) throws Exception {
    server = vertx.createHttpServer().requestHandler(this::answer);
    server.listen(0, "127.0.0.1").await(30, SECONDS);
    MastodonConfig config = MastodonConfig.of(
            List.of("http://127.0.0.1:" + server.actualPort()), "", List.of(Statuses.TAG))
        .with(tuning(3));
    site = new MastodonSite(vertx, config, config.servers().get(0));
    SourceCounters counters = new SourceCounters("e", "mastodon", new SimpleMeterRegistry());
    timeline = new HashtagTimeline(
        site, Statuses.TAG, new StatusIntake("mastodon", counters, site.ids(), site::decides));
  }

  @AfterEach
  void stop() throws Exception {
    site.close().await(30, SECONDS);
    server.close().await(30, SECONDS);
  }

  @Test
  void aFullPageWithoutALinkIsNotTheEndOfTheWayForward() throws Exception {
    add(id(0), 100);
    Harvest harvest = look(id(0) + "");
    assertThat(harvest.posts()).hasSize(100);
    assertThat(harvest.cursor()).isEqualTo(id(99) + "");
    assertThat(harvest.reachedBackTo()).isNull();
  }

  @Test
  void aFullPageWithoutALinkIsNotTheEndOfTheWayBack() throws Exception {
    add(id(0), 100);
    Harvest harvest = look(null);
    assertThat(harvest.posts()).hasSize(100);
    assertThat(harvest.reachedBackTo()).isBefore(NOW);
  }

  @Test
  void whatIsTooMuchForOneLookIsHandedOnAndTheRestIsReadNext() throws Exception {
    add(id(0), 300);
    Harvest first = look(id(0) + "");
    assertThat(first.posts()).hasSize(120);
    assertThat(first.cursor()).isEqualTo(id(119) + "");
    assertThat(first.missing()).hasSize(1);
    assertThat(first.reachedBackTo()).isEqualTo(NOW);
    Harvest second = look(first.cursor());
    assertThat(second.cursor()).isEqualTo(id(239) + "");
    Harvest third = look(second.cursor());
    assertThat(third.posts()).hasSize(60);
    assertThat(third.missing()).isEmpty();
    assertThat(third.reachedBackTo()).isNull();
  }

  @Test
  void aServerThatGivesTheSamePageForEverIsNotCalledRead() throws Exception {
    add(id(0), 60);
    deaf = true;
    Harvest harvest = look(id(0) + "");
    assertThat(harvest.posts()).hasSize(40);
    assertThat(harvest.missing()).hasSize(1);
    assertThat(harvest.reachedBackTo()).isEqualTo(NOW);
  }

  private Harvest look(String cursor) throws Exception {
    return timeline.look(cursor, NOW).await(30, SECONDS);
  }

  private void add(long from, int count) {
    for (int i = 0; i < count; i++) ids.add(from + i);
  }

  /** Ids that tell the time: all are of the same minute. */
  private static long id(int number) {
    return (Instant.parse("2026-05-24T12:00:00Z").toEpochMilli() << 16) + number;
  }

  private void answer(HttpServerRequest request) {
    if (!request.path().contains("/timelines/tag/")) {
      request.response().setStatusCode(404).end();
      return;
    }
    String after = deaf ? null : request.getParam("min_id");
    String before = deaf ? null : request.getParam("max_id");
    JsonArray page = new JsonArray();
    if (after != null) {
      List<Long> next =
          ids.tailSet(Long.parseLong(after), false).stream().limit(40).toList();
      for (int i = next.size() - 1; i >= 0; i--) page.add(status(next.get(i)));
    } else {
      long end = before == null ? Long.MAX_VALUE : Long.parseLong(before);
      ids.headSet(end, false).descendingSet().stream()
          .limit(40)
          .forEach(id -> page.add(status(id)));
    }
    request.response().end(page.encode());
  }

  private static JsonObject status(long id) {
    return Statuses.status(Long.toString(id));
  }

  private static MastodonTuning tuning(int pages) {
    MastodonTuning usual = MastodonTuning.DEFAULT;
    return new MastodonTuning(
        usual.answer(),
        usual.stall(),
        usual.every(),
        Duration.ofMinutes(10),
        usual.quiet(),
        Duration.ofHours(1),
        pages,
        usual.displayEvery(),
        usual.streamAgain(),
        usual.backoff(),
        usual.appender());
  }
}
