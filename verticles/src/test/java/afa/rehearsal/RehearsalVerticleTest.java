package afa.rehearsal;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** X and two fakes on one port, ordered about over HTTP. */
@ExtendWith(VertxExtension.class)
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RehearsalVerticleTest {
  @TempDir
  private Path directory;

  private final HttpClient http = HttpClient.newHttpClient();
  private RehearsalVerticle rehearsal;

  @BeforeEach
  void start(Vertx vertx) throws Exception {
    List<RehearsedNetwork> networks = new ArrayList<>(RehearsedNetworks.ALL.subList(0, 1));
    networks.add(FakeSimulator.network("mastodon", 0.3, true));
    networks.add(FakeSimulator.network("flickr", 0.1, false));
    RehearsalOptions options = new RehearsalOptions().ledger(directory.resolve("sent.jsonl"));
    rehearsal = new RehearsalVerticle(options, networks);
    vertx.deployVerticle(rehearsal).await(30, SECONDS);
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(rehearsal.url() + path))
        .timeout(Duration.ofSeconds(60));
  }

  private String get(String path) throws Exception {
    return http.send(to(path).build(), BodyHandlers.ofString()).body();
  }

  private HttpResponse<String> post(String path, String json, String... headers) throws Exception {
    HttpRequest.Builder request = to("/control/" + path).header("content-type", "application/json");
    if (headers.length > 0) request.headers(headers);
    return http.send(request.POST(BodyPublishers.ofString(json)).build(), BodyHandlers.ofString());
  }

  private JsonObject order(String path, String json) throws Exception {
    return new JsonObject(post(path, json).body());
  }

  @Test
  void eachNetworkIsOrderedAboutAlone() throws Exception {
    String id = order("mastodon/posts", "{\"text\":\"one\",\"author\":\"ada\"}").getString("id");
    order("mastodon/posts/edit", "{\"id\":\"" + id + "\",\"text\":\"two\"}");
    assertThat(new JsonObject(get("/mastodon/posts")).getString(id)).isEqualTo("two");
    assertThat(new JsonObject(get("/flickr/posts"))).isEmpty();
    JsonObject line = new JsonObject(get("/ledger/mastodon"));
    assertThat(line.getBoolean("edited")).isTrue();
    order("mastodon/posts/delete", "{\"id\":\"" + id + "\"}");
    assertThat(get("/ledger/mastodon")).isEmpty();
    line = new JsonObject(get("/ledger/mastodon?all=true"));
    assertThat(line.getBoolean("deleted")).isTrue();
    assertThat(line.getBoolean("reachable")).isFalse();
    assertThat(directory.resolve("sent-flickr.jsonl")).isEmptyFile();
    assertThat(Files.readAllLines(directory.resolve("sent-mastodon.jsonl"))).hasSize(3);
  }

  @Test
  void ordersWithoutANetworkMeanX() throws Exception {
    String id = order("posts", "{\"text\":\"to X #inkwherry\"}").getString("id");
    assertThat(get("/ledger?all=true")).contains(id).isEqualTo(get("/ledger/x?all=true"));
    assertThat(new JsonObject(get("/control/state")).getString("network")).isEqualTo("X");
  }

  @Test
  void allAreOrderedAboutAtOnce() throws Exception {
    order("all/outage", "{\"seconds\":5}");
    JsonObject outages = new JsonObject(get("/outages"));
    assertThat(outages.fieldNames()).containsExactly("x", "mastodon", "flickr");
    JsonArray outage = outages.getJsonArray("mastodon");
    assertThat(outage.getJsonObject(0).getString("reason")).isEqualTo("outage");
    JsonObject states = order("all/pace", "{\"perSecond\":8}");
    assertThat(states.getJsonObject("x").getDouble("posts a second")).isEqualTo(4);
    assertThat(states.getJsonObject("flickr").getDouble("posts a second")).isEqualTo(1);
    states = order("all/calm", "{}");
    assertThat(states.getJsonObject("mastodon").getJsonArray("faults")).isEmpty();
    assertThat(order("all/faults/framing", "{}").containsKey("x")).isTrue(); // only X has it
  }

  @Test
  void aFloodIsSharedOut() throws Exception {
    order("all/flood", "{\"posts\":80,\"perSecond\":800}");
    await().untilAsserted(() -> {
      assertThat(new JsonObject(get("/mastodon/posts"))).hasSize(30);
      assertThat(new JsonObject(get("/flickr/posts"))).hasSize(10);
      assertThat(get("/ledger/x?all=true").lines()).hasSize(40);
    });
  }

  @Test
  void wrongOrdersAreRefusedWithASentence() throws Exception {
    assertThat(post("mastodon/faults/stall", "{}").statusCode()).isEqualTo(400);
    assertThat(post("mastodon/faults/rain", "{}").statusCode()).isEqualTo(404);
    assertThat(post("myspace/posts", "{}").statusCode()).isEqualTo(404);
    assertThat(order("flickr/posts", "{\"photo\":\"moon\"}").getString("error"))
        .isEqualTo("there is no picture of moon");
    assertThat(order("flickr/posts", "{\"kind\":\"poem\"}").getString("error")).contains("poem");
    HttpResponse<String> page =
        post("mastodon/posts/delete", "{\"id\":\"<7>\"}", "accept", "text/html");
    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).contains("there is no post &lt;7&gt;", "/control#mastodon");
  }

  @Test
  void otherSitesCannotOrderAnything() throws Exception {
    assertThat(post("all/outage", "{}", "sec-fetch-site", "cross-site").statusCode())
        .isEqualTo(403);
    assertThat(post("all/outage", "{}", "origin", "http://evil.example").statusCode())
        .isEqualTo(403);
    assertThat(post("all/calm", "{}", "origin", rehearsal.url()).statusCode()).isEqualTo(200);
    assertThat(new JsonObject(get("/outages")).getJsonArray("mastodon")).isEmpty();
  }

  @Test
  void thePageHasASectionForEachNetworkWithTheFaultsItKnows() throws Exception {
    order("mastodon/posts", "{\"text\":\"<b>bold</b>\"}");
    String page = get("/control");
    assertThat(page)
        .contains("id=\"x\"", "id=\"mastodon\"", "id=\"flickr\"", "id=\"all\"")
        .contains("/control/mastodon/faults/outage", Fault.DROP.sentence())
        .doesNotContain("/control/mastodon/faults/stall")
        .contains("&lt;b&gt;bold&lt;/b&gt;")
        .doesNotContain("<script", "<b>bold", "https://", "http://");
    assertThat(get("/control/style.css")).contains("section:target");
  }

  @Test
  void aNodeIsToldHowToFollow() throws Exception {
    assertThat(rehearsal.environment())
        .containsEntry("X_API_URL", rehearsal.url())
        .containsEntry("X_BEARER_TOKEN", "rehearsal")
        .containsEntry("MASTODON_URL", rehearsal.url() + "/mastodon");
    assertThat(get("/event.yaml"))
        .isEqualTo(rehearsal.eventFile())
        .contains("event: inkwherry", "  x: { rules: [\"#inkwherry\"]", "  flickr: { url: ");
    assertThat(rehearsal.event().sources()).containsExactly("x", "mastodon", "flickr");
    assertThat(rehearsal.event().mediaOrigins()).containsExactly(rehearsal.url());
  }
}
