package afa.rehearsal.x;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import afa.rehearsal.Draft;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SearchEndpointTest {
  private static final String SEARCH = "/2/tweets/search/recent?query=%23afa";
  private Instant now = Instant.parse("2026-05-24T12:00:00Z");
  private XSimulator x;
  private PlainClient client;

  private void start(Vertx vertx, XOptions options) throws Exception {
    x = XSimulator.start(vertx, options.clock(() -> now)).await(30, SECONDS);
    client = new PlainClient(x.url(), x.token());
  }

  private List<String> send(int posts) throws Exception {
    List<String> ids = new ArrayList<>();
    for (int i = 1; i <= posts; i++) {
      now = now.plusMillis(10);
      ids.add(x.send("post " + i + " #afa").await(30, SECONDS));
    }
    return ids;
  }

  private static List<String> ids(JsonObject page) {
    if (!page.containsKey("data")) return List.of();
    return page.getJsonArray("data").stream()
        .map(post -> ((JsonObject) post).getString("id"))
        .toList();
  }

  @Test
  void pagesLeadFromTheNewestToTheOldestWithoutHoles(Vertx vertx) throws Exception {
    start(vertx, new XOptions().searchDelay(Duration.ZERO));
    List<String> sent = send(25);
    now = now.plusSeconds(1);
    List<String> found = new ArrayList<>();
    String token = "";
    do {
      JsonObject page = client.getJson(SEARCH + token);
      found.addAll(0, ids(page).stream().sorted().toList());
      String next = page.getJsonObject("meta").getString("next_token");
      token = next == null ? null : "&next_token=" + next;
      send(1); // what comes meanwhile moves no page
    } while (token != null);
    assertThat(found).isEqualTo(sent);
  }

  @Test
  void sinceIdGivesOnlyWhatIsNewer(Vertx vertx) throws Exception {
    start(vertx, new XOptions().searchDelay(Duration.ZERO));
    List<String> sent = send(4);
    now = now.plusSeconds(1);
    JsonObject page = client.getJson(SEARCH + "&since_id=" + sent.get(1));
    assertThat(ids(page)).containsExactly(sent.get(3), sent.get(2));
    assertThat(page.getJsonObject("meta").getString("newest_id")).isEqualTo(sent.get(3));
    assertThat(page.getJsonObject("meta").getString("oldest_id")).isEqualTo(sent.get(2));
  }

  @Test
  void theLastHalfMinuteIsNotFoundYet(Vertx vertx) throws Exception {
    start(vertx, new XOptions());
    List<String> sent = send(1);
    now = now.plusSeconds(29);
    assertThat(ids(client.getJson(SEARCH))).isEmpty();
    now = now.plusSeconds(2);
    assertThat(ids(client.getJson(SEARCH))).isEqualTo(sent);
  }

  @Test
  void repostsAreNotFoundUnlessAskedForByOption(Vertx vertx) throws Exception {
    start(vertx, new XOptions().searchDelay(Duration.ZERO));
    String original = send(1).get(0);
    now = now.plusSeconds(1);
    String repost = x.send(Draft.repost("bob", original)).await(30, SECONDS);
    now = now.plusSeconds(1);
    assertThat(ids(client.getJson(SEARCH))).containsExactly(original);
    assertThat(x.ledger().entry(repost).reachable()).isFalse();
  }

  @Test
  void startAndEndTimeBoundWhatIsFound(Vertx vertx) throws Exception {
    start(vertx, new XOptions().searchDelay(Duration.ZERO));
    List<String> sent = send(3); // 10, 20 and 30 ms after noon
    now = now.plusSeconds(1);
    String bounds = "&start_time=2026-05-24T12:00:00.020Z&end_time=2026-05-24T12:00:00.030Z";
    assertThat(ids(client.getJson(SEARCH + bounds))).containsExactly(sent.get(1));
  }

  @Test
  void wrongParametersAreNamed(Vertx vertx) throws Exception {
    start(vertx, new XOptions());
    for (String wrong : List.of(
        "max_results=9",
        "max_results=101",
        "since_id=x",
        "since_id=1",
        "start_time=yesterday",
        "start_time=2020-01-01T00:00:00Z",
        "next_token=abc")) {
      var answer = client.get(SEARCH + "&" + wrong);
      assertThat(answer.statusCode()).as(wrong).isEqualTo(400);
      assertThat(answer.body()).contains("/invalid-request", wrong.replaceFirst("=.*", ""));
    }
    assertThat(client.get("/2/tweets/search/recent").statusCode()).isEqualTo(400);
    assertThat(client.get("/2/tweets/search/recent?query=lang:en").statusCode()).isEqualTo(400);
  }

  @Test
  void theNewSpellingIsUsedThroughout(Vertx vertx) throws Exception {
    start(vertx, new XOptions().searchDelay(Duration.ZERO).newSpelling(true));
    String original = send(1).get(0);
    now = now.plusSeconds(1);
    x.send(Draft.quote("bob", "look #afa", original)).await(30, SECONDS);
    now = now.plusSeconds(1);
    String body = client
        .get(SEARCH + "&post.fields=referenced_posts&expansions=referenced_posts.id")
        .body();
    assertThat(body).contains("\"referenced_posts\"", "\"edit_history_post_ids\"", "\"posts\"");
    assertThat(body).doesNotContain("tweet");
  }
}
