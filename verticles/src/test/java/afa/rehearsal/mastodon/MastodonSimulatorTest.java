package afa.rehearsal.mastodon;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import afa.rehearsal.Draft;
import afa.rehearsal.Fault;
import afa.rehearsal.Ledger;
import afa.rehearsal.SimulatorServer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MastodonSimulatorTest {
  private static final java.net.http.HttpClient PLAIN = java.net.http.HttpClient.newHttpClient();
  private static final String TIMELINE = "/api/v1/timelines/tag/Inkwherry";

  /** Somebody at home at the first server whom the second follows. */
  private static final String ANA = IntStream.iterate(0, i -> i + 1)
      .mapToObj(i -> "ana" + i)
      .filter(name -> Habits.home(name).equals("one") && Habits.isFollowed(name))
      .findFirst()
      .orElseThrow();

  private SimulatorServer<MastodonSimulator> server;
  private Vertx vertx;
  private HttpClient http;

  private record Answer(int status, String link, String remaining, String body) {
    JsonArray array() {
      return new JsonArray(body);
    }
  }

  @BeforeEach
  void start(Vertx vertx) throws Exception {
    MastodonOptions options =
        new MastodonOptions("t0ken", Duration.ofMillis(50), Duration.ofMillis(30), 60);
    server = SimulatorServer.<MastodonSimulator>start(
            vertx, 3, setting -> new MastodonSimulator(setting, options))
        .await(30, SECONDS);
    this.vertx = vertx;
    http = vertx.createHttpClient();
  }

  @AfterEach
  void stop() throws Exception {
    server.close().await(30, SECONDS);
  }

  @Test
  void aPostIsAtBothServersUnderDifferentIds() throws Exception {
    String uri = send(ANA, "hello https://inkwherry.example/x & more");
    assertThat(uri).contains("/mastodon/one/users/" + ANA + "/statuses/");
    await().until(() -> get("two", TIMELINE).array().size() == 1);
    JsonObject there = get("two", TIMELINE).array().getJsonObject(0);
    JsonObject home = get("one", TIMELINE).array().getJsonObject(0);
    assertThat(home.getString("uri")).isEqualTo(uri).isEqualTo(there.getString("uri"));
    assertThat(home.getString("id")).isNotEqualTo(there.getString("id"));
    assertThat(home.getJsonObject("account").getString("acct")).isEqualTo(ANA);
    assertThat(there.getJsonObject("account").getString("acct"))
        .isEqualTo(ANA + "@one.social.example");
    assertThat(home.getString("content"))
        .startsWith("<p>hello <a href=")
        .contains(" &amp; more ", "#<span>inkwherry</span></a>");
  }

  @Test
  void pagesAreWalkedForwardAndBackByTheLinkHeader() throws Exception {
    for (int i = 0; i < 25; i++) send(ANA, "post " + i);
    Answer newest = get("one", TIMELINE + "?limit=10");
    assertThat(newest.array()).hasSize(10);
    String next = newest.link().substring(1, newest.link().indexOf('>'));
    JsonArray older = get(next).array();
    assertThat(number(older, 0)).isLessThan(number(newest.array(), 9));
    String first = "1";
    JsonArray forward = get("one", TIMELINE + "?limit=10&min_id=" + first).array();
    assertThat(number(forward, 0)).isLessThan(number(older, 0)).isGreaterThan(number(forward, 9));
    assertThat(get("one", TIMELINE + "?limit=99").array()).hasSizeBetween(25, 40);
    Answer empty = get("one", TIMELINE + "?min_id=" + number(newest.array(), 0));
    assertThat(empty.array()).isEmpty();
    assertThat(empty.link()).isNull();
  }

  private static long number(JsonArray page, int at) {
    return Long.parseLong(page.getJsonObject(at).getString("id"));
  }

  @Test
  void theStreamTellsOfPostsEditsAndDeletions() throws Exception {
    Buffer stream = Buffer.buffer();
    follow("one", stream);
    String uri = send(ANA, "hello");
    server.on(s -> s.edit(uri, "hello again")).await(30, SECONDS);
    server
        .on(s -> {
          s.delete(uri);
          return null;
        })
        .await(30, SECONDS);
    await().until(() -> stream.toString().contains("event: delete\n"));
    String id = uri.substring(uri.lastIndexOf('/') + 1);
    assertThat(stream.toString())
        .startsWith(":)\n")
        .containsSubsequence(
            "event: update\ndata: {\"id\":\"" + id,
            "event: status.update\n",
            "\"edited_at\":\"20",
            "hello again",
            "event: delete\ndata: " + id + "\n\n");
    await().until(() -> stream.toString().contains("\n:thump\n"));
    Ledger.Entry entry = server.simulator().ledger().entry(uri);
    assertThat(entry.streamed()).isEqualTo(1);
    assertThat(entry.deleted()).isTrue();
    assertThat(server.on(s -> s.has(uri)).await(30, SECONDS)).isFalse();
  }

  @Test
  void streamsNeedATokenAndATag() throws Exception {
    assertThat(get("one", "/api/v1/streaming/health").body()).isEqualTo("OK");
    String path = "/api/v1/streaming/hashtag";
    assertThat(get("one", path + "?tag=x")).matches(a -> a.status() == 401);
    assertThat(ask(url("one", path), "wrong").status()).isEqualTo(401);
    assertThat(ask(url("one", path), "t0ken").body()).contains("Missing tag name parameter");
    assertThat(ask(url("one", TIMELINE), "wrong").status()).isEqualTo(401);
    JsonObject instance = new JsonObject(get("one", "/api/v2/instance").body());
    assertThat(instance.getJsonObject("configuration").getJsonObject("urls").getString("streaming"))
        .isEqualTo(url("one", "").replace("http:", "ws:"));
  }

  @Test
  void lookUpsLeaveOutWhatIsGone() throws Exception {
    String kept = send(ANA, "kept");
    String id = kept.substring(kept.lastIndexOf('/') + 1);
    assertThat(get("one", "/api/v1/statuses?id%5B%5D=" + id + "&id%5B%5D=9").array())
        .hasSize(1);
    assertThat(get("one", "/api/v1/statuses/9").status()).isEqualTo(404);
    String many = "id%5B%5D=1&".repeat(21);
    assertThat(get("one", "/api/v1/statuses?" + many).status()).isEqualTo(422);
  }

  @Test
  void limitsAreTold() throws Exception {
    assertThat(get("one", TIMELINE).remaining()).isEqualTo("59");
    for (int i = 0; i < 60; i++) get("one", TIMELINE);
    assertThat(get("one", TIMELINE))
        .matches(a -> a.status() == 429 && a.remaining().equals("0"));
    assertThat(get("two", TIMELINE).status()).isEqualTo(200);
  }

  @Test
  void boostsAndShyPeopleAreInNoTimelineThatIsShown() throws Exception {
    String uri = send(ANA, "hello");
    String boost = server.on(s -> s.send(Draft.repost("fan", uri))).await(30, SECONDS);
    String shy = send("quiet_quill", "not for everybody");
    assertThat(server.on(s -> s.isWanted(uri)).await(30, SECONDS)).isTrue();
    assertThat(server.on(s -> s.isWanted(boost)).await(30, SECONDS)).isFalse();
    assertThat(server.on(s -> s.isWanted(shy)).await(30, SECONDS)).isFalse();
    assertThat(server.simulator().ledger().entry(boost).reachable()).isFalse();
    assertThat(server.simulator().ledger().entry(shy).reachable()).isFalse();
  }

  @Test
  void outagesAreInTheLedgerOnceTheyAreOver() throws Exception {
    Instant before = Instant.now();
    server.on(s -> s.inject(Fault.OUTAGE, Duration.ofMillis(100))).await(30, SECONDS);
    assertThat(get("one", TIMELINE).status()).isEqualTo(503);
    await().until(() -> server.simulator().ledger().outages().size() == 1);
    Ledger.Outage outage = server.simulator().ledger().outages().get(0);
    assertThat(outage.reason()).isEqualTo("outage");
    assertThat(outage.from()).isAfterOrEqualTo(before);
    assertThat(Duration.between(outage.from(), outage.to())).isGreaterThan(Duration.ofMillis(90));
    assertThat(get("one", TIMELINE).status()).isEqualTo(200);
  }

  @Test
  void whatOnlyOtherNetworksHaveIsRefused() {
    for (Fault fault : Fault.values()) {
      if (server.simulator().known().contains(fault)) continue;
      assertThatThrownBy(
              () -> server.on(s -> s.inject(fault)).await(30, SECONDS).await(30, SECONDS))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void theEmojiIsServed() throws Exception {
    assertThat(get("two", "/emoji/inkblot.svg").body()).startsWith("<svg");
  }

  private void follow(String name, Buffer into) throws Exception {
    List<Integer> statuses = new ArrayList<>();
    RequestOptions options = new RequestOptions()
        .setMethod(HttpMethod.GET)
        .setAbsoluteURI(url(name, "/api/v1/streaming/hashtag?tag=INKWHERRY"))
        .putHeader("Authorization", "Bearer t0ken");
    // On its event loop, or the first bytes may come before anybody reads.
    Future.<Void>future(promise -> vertx.runOnContext(now -> http.request(options)
            .compose(request -> request.send())
            .<Void>map(response -> {
              statuses.add(response.statusCode());
              response.handler(into::appendBuffer);
              return null;
            })
            .onComplete(promise)))
        .await(30, SECONDS);
    assertThat(statuses).containsExactly(200);
    await().until(() -> into.length() > 0);
  }

  private String send(String author, String text) throws Exception {
    return server.on(s -> s.send(Draft.post(author, text))).await(30, SECONDS);
  }

  private Answer get(String name, String path) throws Exception {
    return get(url(name, path));
  }

  private Answer get(String url) throws Exception {
    return ask(url, null);
  }

  private Answer ask(String url, String token) throws Exception {
    java.net.http.HttpRequest.Builder request =
        java.net.http.HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(60));
    if (token != null) request.header("Authorization", "Bearer " + token);
    HttpResponse<String> response = PLAIN.send(request.build(), BodyHandlers.ofString());
    return new Answer(
        response.statusCode(),
        response.headers().firstValue("Link").orElse(null),
        response.headers().firstValue("X-RateLimit-Remaining").orElse(null),
        response.body());
  }

  private String url(String name, String path) {
    return server.url() + "/mastodon/" + name + path;
  }
}
