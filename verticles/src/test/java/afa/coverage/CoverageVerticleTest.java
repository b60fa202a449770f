package afa.coverage;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import afa.bus.BusFailure;
import afa.bus.RecordCodec;
import afa.feed.Coverage;
import afa.http.Doors;
import afa.message.Addresses;
import afa.message.BusMessage;
import afa.message.CoverageRead;
import afa.message.EventList;
import afa.message.ReadIntegrity;
import afa.message.SourceReported.State;
import afa.testkit.Http;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class CoverageVerticleTest {
  private static final Clock NOON = Clock.fixed(Scene.at("12:00"), ZoneOffset.UTC);
  private static final Coverage MORNING =
      Coverage.NONE.streamed(Scene.at("09:00"), Scene.at("12:00"));

  private final Doors doors = new Doors();
  private volatile boolean away;
  private Vertx vertx;
  private int port;

  @BeforeEach
  void serve(Vertx vertx) throws Exception {
    this.vertx = vertx;
    RecordCodec.registerAll(vertx.eventBus(), BusMessage.class);
    vertx.deployVerticle(new CoverageVerticle(doors, NOON)).await(30, SECONDS);
    port = vertx
        .createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setStrictThreadMode(true))
        .requestHandler(
            request -> doors.behind(Doors.Door.COVERAGE).orElseThrow().handle(request))
        .listen(0)
        .await(30, SECONDS)
        .actualPort();
  }

  @Test
  void whatTheStoreHasAndWhatTheSourcesSayIsOneAnswer() throws Exception {
    store();
    Addresses.SOURCES.publish(
        vertx.eventBus(), Scene.report("x", State.STREAMING, Scene.at("09:00"), null));
    JsonObject x =
        await().until(() -> source(0), told -> "streaming".equals(told.getString("state")));
    assertThat(x.getString("source")).isEqualTo("x");
    assertThat(x.getJsonObject("spending").getInteger("projected")).isEqualTo(900);
    assertThat(x.getJsonArray("intervals").getJsonObject(0))
        .isEqualTo(new JsonObject()
            .put("from", "2026-05-24T09:00:00Z")
            .put("to", "2026-05-24T12:00:00Z")
            .put("kind", "complete"));
    JsonObject whole = Http.json(port, "/events/aea/coverage");
    assertThat(whole.getString("level")).isEqualTo("complete");
    assertThat(whole.getString("line")).isEqualTo("Complete since 09:00");
  }

  @Test
  void pagesOfOtherSitesMayReadItAndNobodyKeepsIt() throws Exception {
    store();
    HttpResponse<String> answer = Http.get(port, "/events/aea/coverage");
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(Http.method(port, "/events/aea/coverage", "OPTIONS").statusCode())
        .isEqualTo(204);
    assertThat(Http.method(port, "/events/aea/coverage", "DELETE").statusCode()).isEqualTo(405);
  }

  @Test
  void anEventThatThereIsNotIsNotFoundAndWithoutAStoreNothingIsKnown() throws Exception {
    assertThat(Http.get(port, "/events/aea/coverage").statusCode()).isEqualTo(503);
    store();
    await().until(() -> Http.get(port, "/events/nope/coverage").statusCode() == 404);
  }

  @Test
  void whileTheStoreIsAwayTheLastAnswerIsGivenAndSaysSo() throws Exception {
    store();
    assertThat(Http.json(port, "/events/aea/coverage").containsKey("problem")).isFalse();
    away = true;
    JsonObject stale = await()
        .until(() -> Http.json(port, "/events/aea/coverage"), told -> told.containsKey("problem"));
    assertThat(stale.getString("level")).isEqualTo("gaps");
    assertThat(stale.getJsonArray("sources").getJsonObject(0).getJsonArray("intervals"))
        .hasSize(1);
    away = false;
    await().until(() -> !Http.json(port, "/events/aea/coverage").containsKey("problem"));
  }

  @Test
  void whatAStoreForgotTheArchiveKnows() throws Exception {
    Addresses.keptCoverage("aea")
        .serve(vertx.eventBus(), ask -> answer(new CoverageRead("aea", Map.of("x", MORNING))))
        .await(30, SECONDS);
    store(new CoverageRead("aea", Map.of()));
    assertThat(source(0).getJsonArray("intervals").getJsonObject(0).getString("kind"))
        .isEqualTo("complete");
  }

  @Test
  void thePagesAskOnTheBus() throws Exception {
    store();
    assertThat(Addresses.INTEGRITY
            .call(vertx.eventBus(), new ReadIntegrity("aea"))
            .await(30, SECONDS)
            .line())
        .startsWith("Complete since 09:00");
  }

  private JsonObject source(int index) throws Exception {
    return Http.json(port, "/events/aea/coverage").getJsonArray("sources").getJsonObject(index);
  }

  private void store() throws Exception {
    store(new CoverageRead("aea", Map.of("x", MORNING)));
  }

  private void store(CoverageRead coverage) throws Exception {
    Addresses.EVENTS
        .serve(vertx.eventBus(), ask -> answer(new EventList(List.of(Scene.event(List.of("x"))))))
        .await(30, SECONDS);
    Addresses.COVERAGE.serve(vertx.eventBus(), ask -> answer(coverage)).await(30, SECONDS);
  }

  private <T> Future<T> answer(T answer) {
    return away
        ? Future.failedFuture(new BusFailure(BusFailure.Kind.UNAVAILABLE, "Redis is away"))
        : Future.succeededFuture(answer);
  }
}
