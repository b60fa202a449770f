package afa.rehearsal.bluesky;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import afa.rehearsal.Draft;
import afa.rehearsal.Fault;
import afa.rehearsal.Ledger;
import afa.rehearsal.Photo;
import afa.rehearsal.SimulatorServer;
import io.vertx.core.Vertx;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BlueskySimulatorTest {
  private static final String POSTS = "/subscribe?wantedCollections=app.bsky.feed.post";
  private static final String V2 = "/xrpc/network.bsky.jetstream.subscribeEvents";

  private Vertx vertx;
  private SimulatorServer<BlueskySimulator> server;
  private String url;

  @BeforeEach
  void start(Vertx vertx) throws Exception {
    this.vertx = vertx;
    server = SimulatorServer.start(
            vertx, 1, setting -> new BlueskySimulator(setting, Duration.ofMillis(20)))
        .await(30, SECONDS);
    url = server.url() + BlueskySimulator.PREFIX;
  }

  @Test
  void aPostComesInTheOldFormat() throws Exception {
    JetstreamReader reader = reader(POSTS);
    Photo photo = new Photo(Photo.Scene.SLIDE, "a slide", 31);
    String id = send(Draft.post("mirelavoss", "Grüezi @tobi_okonjo 🎉 https://quay.example/a")
        .withPhotos(List.of(photo)));
    JsonObject event = reader.about(id);
    JsonObject commit = event.getJsonObject("commit");
    assertThat(event.getLong("time_us")).isGreaterThan(1_700_000_000_000_000L);
    assertThat(event.getString("kind")).isEqualTo("commit");
    assertThat(commit.getString("operation")).isEqualTo("create");
    assertThat(commit.getString("rkey")).hasSize(13);
    assertThat(commit.getString("cid")).hasSize(59);
    JsonObject record = commit.getJsonObject("record");
    byte[] text = record.getString("text").getBytes(StandardCharsets.UTF_8);
    assertThat(record.getJsonArray("facets")).hasSize(3).allSatisfy(facet -> {
      JsonObject index = ((JsonObject) facet).getJsonObject("index");
      int start = index.getInteger("byteStart");
      int length = index.getInteger("byteEnd") - start;
      assertThat(new String(text, start, length, StandardCharsets.UTF_8))
          .isIn("@tobi_okonjo", "quay.example/a", "#inkwherry");
    });
    await().untilAsserted(() -> assertThat(ledger().entry(id).streamed()).isEqualTo(1));
  }

  @Test
  void aPostComesInTheNewFormat() throws Exception {
    JetstreamReader reader = reader(V2 + "?kinds=commit&collections=app.bsky.feed.post");
    String id = send(Draft.post("somebody", "hello"));
    JsonObject payload = reader.about(id).getJsonObject("payload");
    assertThat(payload.getString("$type"))
        .isEqualTo("network.bsky.jetstream.subscribeEvents#commit");
    assertThat(payload.getLong("seq")).isPositive();
    assertThat(Instant.parse(payload.getString("time"))).isBefore(Instant.now().plusSeconds(5));
    reader.send("hello?");
    assertThat(reader.ends()).isTrue();
  }

  @Test
  void aCursorReplays() throws Exception {
    String early = send(Draft.post("somebody", "early"));
    String later = send(Draft.post("somebody", "later"));
    long cursor = reader(POSTS + "&cursor=1700000000000000").about(early).getLong("time_us");
    assertThat(reader(POSTS + "&cursor=" + (cursor + 1))
            .event(BlueskySimulatorTest::isOurs)
            .encode())
        .contains(later.substring(later.length() - 13));
    server
        .on(bluesky -> {
          bluesky.window(Duration.ZERO);
          return true;
        })
        .await(30, SECONDS);
    send(Draft.post("somebody", "now"));
    assertThat(reader(POSTS + "&cursor=" + cursor).event(event -> true).encode())
        .doesNotContain("early");
  }

  @Test
  void editsAndDeletionsAreEvents() throws Exception {
    JetstreamReader reader = reader(POSTS);
    String id = send(Draft.post("somebody", "frist"));
    server.on(bluesky -> bluesky.edit(id, "first")).await(30, SECONDS);
    server
        .on(bluesky -> {
          bluesky.delete(id);
          return true;
        })
        .await(30, SECONDS);
    assertThat(reader.about(id).encode()).contains("create", "frist");
    assertThat(reader.about(id).encode()).contains("update", "first");
    assertThat(reader.about(id).getJsonObject("commit").containsKey("record")).isFalse();
    assertThat(ledger().entry(id).deleted()).isTrue();
    assertThat(view("getPosts", "uris", id).getJsonArray("posts")).isEmpty();
  }

  @Test
  void repliesAndQuotesReferAndRepostsArePassedBy() throws Exception {
    JetstreamReader reader = reader(POSTS);
    String root = send(Draft.post("somebody", "root"));
    String reply = send(Draft.reply("other", "reply", root));
    String deeper = send(Draft.reply("somebody", "deeper", reply));
    String repost = send(Draft.repost("other", root));
    String quote = send(Draft.quote("other", "quote", root));
    JsonObject references =
        reader.about(deeper).getJsonObject("commit").getJsonObject("record").getJsonObject("reply");
    assertThat(references.getJsonObject("root").getString("uri")).isEqualTo(root);
    assertThat(references.getJsonObject("parent").getString("uri")).isEqualTo(reply);
    assertThat(reader.event(BlueskySimulatorTest::isOurs).encode())
        .contains("app.bsky.embed.record", root);
    assertThat(repost).contains("app.bsky.feed.repost");
    assertThat(ledger().entries())
        .extracting(Ledger.Entry::id)
        .containsExactly(root, reply, deeper, quote);
  }

  @Test
  void accountsComeWhateverIsWanted() throws Exception {
    JetstreamReader reader = reader(POSTS);
    String id = send(Draft.post("leaver", "bye"));
    server
        .on(bluesky -> {
          bluesky.deactivate("leaver");
          return true;
        })
        .await(30, SECONDS);
    String did = id.split("/", -1)[2];
    JsonObject gone = reader.event(
        e -> "account".equals(e.getString("kind")) && e.getString("did").equals(did));
    assertThat(gone.getJsonObject("account").getBoolean("active")).isFalse();
    assertThat(view("getProfiles", "actors", did).getJsonArray("profiles")).isEmpty();
  }

  @Test
  void strangersAreHeardAndLikesOnlyByWhoWantsAll() throws Exception {
    JsonObject like = reader("/subscribe").event(event -> event.encode().contains("feed.like"));
    assertThat(like).isNotNull();
    JetstreamReader posts = reader("/subscribe");
    posts.send("{\"type\":\"options_update\",\"payload\":"
        + "{\"wantedCollections\":[\"app.bsky.graph.*\"]}}");
    String id = send(Draft.post("somebody", "hello"));
    assertThat(posts.event(event -> !"commit".equals(event.getString("kind"))).encode())
        .doesNotContain(id);
  }

  @Test
  void profilesAndPicturesAreServed() throws Exception {
    String id = send(Draft.post("mirelavoss", "hello"));
    JsonObject profile = view("getProfiles", "actors", id.split("/", -1)[2])
        .getJsonArray("profiles")
        .getJsonObject(0);
    assertThat(profile.getString("displayName")).startsWith("Mirela Voss");
    assertThat(get(profile.getString("avatar")).body()).startsWith("<svg");
    String cid = Names.cid(new Photo(Photo.Scene.CITY, null, 123_456));
    assertThat(Names.photo(cid)).hasValue(new Photo(Photo.Scene.CITY, null, 123_456));
    String picture = "/img/feed_thumbnail/plain/" + profile.getString("did") + "/" + cid + "@jpeg";
    assertThat(get(url + picture).body()).startsWith("<svg");
    assertThat(get(url + picture.replace(cid, "nonsense")).statusCode()).isEqualTo(404);
  }

  @Test
  void whatTheRealOneRefusesIsRefused() throws Exception {
    assertThat(get(url + "/xrpc/app.bsky.feed.searchPosts?q=x").statusCode()).isEqualTo(403);
    assertThat(get(url + "/xrpc/app.bsky.actor.getProfiles?" + "actors=a&".repeat(26))
            .body())
        .contains("InvalidRequest");
    assertThat(status(V2 + "?wantedCollections=x")).isEqualTo(400);
    assertThat(get(url + "/subscribe").statusCode()).isEqualTo(400);
  }

  @Test
  void anOutageRefusesAllAndIsWrittenDown() throws Exception {
    JetstreamReader reader = reader(POSTS);
    inject(Fault.OUTAGE, Duration.ofMillis(300));
    assertThat(reader.ends()).isTrue();
    assertThat(status("/subscribe")).isEqualTo(503);
    assertThat(get(url + "/xrpc/app.bsky.feed.getPosts?uris=x").statusCode()).isEqualTo(503);
    await().untilAsserted(() -> assertThat(ledger().outages()).hasSize(1));
    reader("/subscribe");
  }

  @Test
  void aRefusalWithoutLengthRefusesOnce() throws Exception {
    inject(Fault.UNAVAILABLE, Duration.ZERO);
    assertThat(status("/subscribe")).isEqualTo(503);
    reader("/subscribe");
  }

  @Test
  void tooManyRequestsSayWhenToComeAgain() throws Exception {
    inject(Fault.RATE_LIMITED, Duration.ZERO);
    HttpResponse<String> answer = get(url + "/xrpc/app.bsky.feed.getPosts?uris=x");
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValueAsLong("ratelimit-reset")).isPresent();
  }

  @Test
  void aCutEndsInTheMiddleOfAFrame() throws Exception {
    JetstreamReader reader = reader(POSTS);
    inject(Fault.CUT, Duration.ZERO);
    String id = send(Draft.post("somebody", "cut"));
    assertThat(reader.ends()).isTrue();
    assertThat(ledger().entry(id).streamed()).isZero();
  }

  @Test
  void faultsOfOthersAreUnknownHere() {
    assertThatThrownBy(() -> inject(Fault.NO_RULES, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static boolean isOurs(JsonObject event) {
    return event.encode().contains("inkwherry");
  }

  private JetstreamReader reader(String path) throws Exception {
    return new JetstreamReader(vertx, url + path);
  }

  private int status(String path) throws Exception {
    try {
      reader(path);
      return 101;
    } catch (UpgradeRejectedException refused) {
      return refused.getStatus();
    }
  }

  private String send(Draft draft) throws Exception {
    return server.on(bluesky -> bluesky.send(draft)).await(30, SECONDS);
  }

  private void inject(Fault fault, Duration length) throws Exception {
    server.on(bluesky -> bluesky.inject(fault, length)).compose(done -> done).await(30, SECONDS);
  }

  private Ledger ledger() throws Exception {
    return server.on(BlueskySimulator::ledger).await(30, SECONDS);
  }

  private JsonObject view(String method, String name, String value) throws Exception {
    String area = method.equals("getPosts") ? "feed" : "actor";
    return new JsonObject(
        get(url + "/xrpc/app.bsky." + area + "." + method + "?" + name + "=" + value)
            .body());
  }

  private static HttpResponse<String> get(String address) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(address)).build(),
            HttpResponse.BodyHandlers.ofString());
  }
}
