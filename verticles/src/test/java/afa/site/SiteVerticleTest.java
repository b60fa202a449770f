package afa.site;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import afa.bus.RecordCodec;
import afa.feed.EventInfo;
import afa.message.Addresses;
import afa.message.AppendPosts;
import afa.message.BusMessage;
import afa.message.IntegrityRead;
import afa.message.IntegrityRead.Level;
import afa.message.ScheduleChanged;
import afa.message.ScheduleRead;
import afa.schedule.Talk;
import afa.store.StoreVerticle;
import afa.testkit.Http;
import afa.testkit.InMemoryLog;
import afa.testkit.Posts;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.junit5.VertxExtension;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class SiteVerticleTest {
  private static final LocalDateTime LONG_AGO = LocalDateTime.parse("2000-01-01T08:00");
  private static final LocalDateTime FAR_AHEAD = LocalDateTime.parse("2100-01-01T18:00");

  private final InMemoryLog log = new InMemoryLog();
  private final AtomicReference<@Nullable Handler<HttpServerRequest>> door =
      new AtomicReference<>();
  private Vertx vertx;
  private int port;
  private String site = "";

  @BeforeEach
  void listen(Vertx vertx) throws Exception {
    this.vertx = vertx;
    RecordCodec.registerAll(vertx.eventBus(), BusMessage.class);
    // As the front does: whoever answers on another event loop than the connection's is refused.
    HttpServerOptions strict =
        new HttpServerOptions().setHost("127.0.0.1").setStrictThreadMode(true);
    port = vertx
        .createHttpServer(strict)
        .requestHandler(request -> Objects.requireNonNull(door.get()).handle(request))
        .listen(0)
        .await(30, SECONDS)
        .actualPort();
  }

  @Test
  void theNewestFiftyAreInThePageWithTheNumberItWasRenderedAt() throws Exception {
    start(event("aea"));
    log.append(new AppendPosts("aea", "x", Posts.posts(1, 120), null));
    String page = Http.get(port, "/events/aea").body();
    assertThat(page).contains("data-epoch=\"life1\" data-n=\"120\"");
    assertThat(page.split("<article", -1)).hasSize(1 + 50 + 1); // the last one is the template
    assertThat(page).contains("id=\"u120\"", "id=\"u71\"", "href=\"?before=71\"");
    assertThat(page).doesNotContain("id=\"u70\"");
  }

  @Test
  void olderPostsArePagedByNumber() throws Exception {
    start(event("aea"));
    log.append(new AppendPosts("aea", "x", Posts.posts(1, 120), null));
    String page = Http.get(port, "/events/aea?before=21").body();
    assertThat(page).contains("id=\"u20\"", "id=\"u1\"").doesNotContain("id=\"u21\"");
    assertThat(Http.get(port, "/events/aea?before=1").body()).contains("There are no older posts");
    assertThat(Http.get(port, "/events/aea?before=0").statusCode()).isEqualTo(400);
  }

  @Test
  void anEventWithoutPostsSaysThatTheFirstWillAppear() throws Exception {
    start(event("aea"));
    await().untilAsserted(() -> assertThat(Http.get(port, "/events/aea").body())
        .contains("data-n=\"0\"", "The first post appears here by itself"));
  }

  @Test
  void theStartLeadsToTheEventThatIsOnAndListsThemWhenThereAreMore() throws Exception {
    start(event("aea"));
    assertThat(Http.get(port, "/").headers().firstValue("Location")).contains("/events/aea");
    log.register(event("other"));
    HttpResponse<String> list = await() // until the shared answer is too old
        .until(() -> Http.get(port, "/"), response -> response.statusCode() == 200);
    assertThat(list.body()).contains("href=\"/events/aea\"", "href=\"/events/other\"");
  }

  @Test
  void aStoreThatIsAwayIsSaidWithARetryAfterAndAnUnknownEventIsNotFound() throws Exception {
    start(event("aea"));
    assertThat(Http.get(port, "/events/nope").statusCode()).isEqualTo(404);
    log.setAway(true);
    HttpResponse<String> page = await()
        .until(() -> Http.get(port, "/events/aea"), response -> response.statusCode() == 503);
    assertThat(page.headers().firstValue("Retry-After")).contains("5");
    assertThat(page.body()).contains("None is lost");
    log.setAway(false);
    await().until(() -> Http.get(port, "/events/aea").statusCode() == 200);
  }

  @Test
  void everyPageForbidsWhatAPostMightTry() throws Exception {
    start(event("aea"));
    for (String path : List.of("/events/aea", "/events/nope", "/js/live.js")) {
      assertThat(Http.get(port, path).headers().firstValue("Content-Security-Policy"))
          .hasValueSatisfying(policy -> assertThat(policy)
              .contains("default-src 'none'", "img-src 'self' https: http://127.0.0.1:8095;"));
    }
  }

  @Test
  void picturesMayComeFromWhereTheEventSays() throws Exception {
    EventInfo plain = event("aea");
    start(new EventInfo(
        plain.event(),
        plain.name(),
        plain.timeZone(),
        plain.from(),
        plain.to(),
        null,
        null,
        List.of("x"),
        List.of("http://127.0.0.1:8070", "*; script-src *")));
    assertThat(Http.get(port, "/events/aea").headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(policy -> assertThat(policy)
            .contains("img-src 'self' https: http://127.0.0.1:8095 http://127.0.0.1:8070;")
            .doesNotContain("*"));
  }

  @Test
  void howCompleteItIsStandsInThePageAsFarAsAnybodyKnows() throws Exception {
    start(event("aea"));
    assertThat(Http.get(port, "/events/aea").body())
        .contains("data-level=\"unclear\"", "cannot be told right now");
    Instant now = Instant.now();
    Addresses.INTEGRITY
        .serve(
            vertx.eventBus(),
            ask -> Future.succeededFuture(new IntegrityRead(
                ask.event(), now, now, now, Level.GAPS, "X unknown since 09:00", null, List.of())))
        .await(30, SECONDS);
    await().until(() -> Http.get(port, "/events/aea").body().contains("X unknown since 09:00"));
    assertThat(Http.get(port, "/events/aea").body()).contains("data-level=\"gaps\"");
  }

  @Test
  void whatIsOnStageIsToldByWhoeverKeepsTheTalks() throws Exception {
    keepTalks(1, "Grids");
    start(event("aea"));
    await().until(() -> Http.get(port, "/events/aea/stage").body().contains("Grids"));
    assertThat(Http.get(port, "/events/aea/stage").body())
        .contains("\"path\":\"/events/aea/talks/t1\"");
    assertThat(Http.get(port, "/events/aea").body())
        .contains("href=\"/events/aea/talks/t1\">Grids</a>", "Great Hall");
  }

  @Test
  void aNewVersionOfTheTalksIsShownAtOnce() throws Exception {
    AtomicReference<ScheduleRead> kept = keepTalks(1, "Grids");
    start(event("aea"));
    await().until(() -> Http.get(port, "/events/aea/stage").body().contains("Grids"));
    kept.set(read(2, "Type"));
    Addresses.SCHEDULES.publish(vertx.eventBus(), new ScheduleChanged("aea", 2));
    await().until(() -> Http.get(port, "/events/aea/stage").body().contains("Type"));
  }

  @Test
  void whileNobodyKeepsTheTalksThePageHasNoStage() throws Exception {
    start(event("aea"));
    assertThat(Http.get(port, "/events/aea/stage").body()).isEqualTo("{\"talks\":[]}");
    assertThat(Http.get(port, "/events/aea").body())
        .contains("data-src=\"/events/aea/stage\" hidden");
  }

  @Test
  void afterStopNobodyIsBehindTheDoor() throws Exception {
    start(event("aea"));
    vertx.undeploy(site).await(30, SECONDS);
    assertThat(door.get()).isNull();
  }

  private void start(EventInfo event) throws Exception {
    vertx.deployVerticle(new StoreVerticle(List.of(event), log)).await(30, SECONDS);
    SiteConfig config = new SiteConfig(List.of("http://127.0.0.1:8095"), Optional.empty());
    site = vertx.deployVerticle(new SiteVerticle(door::set, config)).await(30, SECONDS);
  }

  private static EventInfo event(String event) {
    return new EventInfo(event, "An Event Apart", "UTC", LONG_AGO, FAR_AHEAD, null);
  }

  private AtomicReference<ScheduleRead> keepTalks(long version, String title) throws Exception {
    AtomicReference<ScheduleRead> kept = new AtomicReference<>(read(version, title));
    Addresses.schedule("aea")
        .serve(vertx.eventBus(), ask -> Future.succeededFuture(kept.get()))
        .await(30, SECONDS);
    return kept;
  }

  private static ScheduleRead read(long version, String title) {
    Instant start = Instant.now().minusSeconds(60);
    Talk talk = Talk.of("t1", title, "Great Hall", start, Duration.ofHours(1));
    return new ScheduleRead("aea", version, false, List.of(talk));
  }
}
