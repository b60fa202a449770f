package afa.rehearsal.x;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class XSimulatorTest {
  private XSimulator x;
  private PlainClient client;

  @BeforeEach
  void start(Vertx vertx) throws Exception {
    XOptions options = new XOptions().searchDelay(Duration.ZERO).keepAlive(Duration.ofMillis(200));
    x = XSimulator.start(vertx, options).await(30, SECONDS);
    client = new PlainClient(x.url(), "rehearsal");
  }

  @Test
  void aPostThatMatchesARuleComesOverTheStream() throws Exception {
    client.addRule("#afa -is:retweet");
    try (var stream = client.stream("?tweet.fields=author_id&expansions=author_id")) {
      x.send("not for us").await(30, SECONDS);
      String id = x.send("hello #afa").await(30, SECONDS);
      JsonObject line = stream.post();
      assertThat(line.getJsonObject("data").getString("id")).isEqualTo(id);
      assertThat(line.getJsonArray("matching_rules")).hasSize(1);
      assertThat(x.ledger().entry(id).streamed()).isEqualTo(1);
    }
  }

  @Test
  void silenceIsBrokenByEmptyLines() throws Exception {
    client.addRule("#afa");
    try (var stream = client.stream("")) {
      assertThat(List.of(stream.line(), stream.line())).containsExactly("", "");
    }
  }

  @Test
  void aWrongTokenIsRefused() throws Exception {
    var answer = new PlainClient(x.url(), "wrong").get("/2/tweets/search/stream/rules");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
  }

  @Test
  void aStreamWithoutRulesIsAConflict() throws Exception {
    try (var stream = client.stream("")) {
      assertThat(stream.status()).isEqualTo(409);
      assertThat(stream.body()).contains("RuleConfigurationIssue");
    }
  }

  @Test
  void aSecondConnectionIsOneTooMany() throws Exception {
    client.addRule("#afa");
    try (var first = client.stream("");
        var second = client.stream("")) {
      assertThat(first.status()).isEqualTo(200);
      assertThat(second.status()).isEqualTo(429);
      assertThat(second.body()).contains("TooManyConnections");
    }
  }

  @Test
  void terminatingAllConnectionsFreesTheStream() throws Exception {
    client.addRule("#afa");
    try (var first = client.stream("")) {
      JsonObject answer = new JsonObject(client.delete("/2/connections/all").body());
      assertThat(answer.getJsonObject("data").getInteger("successful_kills")).isEqualTo(1);
      assertThat(first.message()).isNull();
      try (var second = client.stream("")) {
        assertThat(second.status()).isEqualTo(200);
      }
    }
    var all = client.getJson("/2/connections?status=inactive").getJsonArray("data");
    assertThat(all.getJsonObject(all.size() - 1).getString("disconnect_reason"))
        .isEqualTo("operator_disconnect");
  }

  @Test
  void searchFindsWhatTheStreamDidNotSend() throws Exception {
    String id = x.send("while nobody listened #afa").await(30, SECONDS);
    x.send("something else").await(30, SECONDS);
    JsonObject page =
        client.getJson("/2/tweets/search/recent?query=" + PlainClient.encoded("#afa"));
    assertThat(page.getJsonObject("meta").getString("newest_id")).isEqualTo(id);
    assertThat(page.getJsonArray("data")).hasSize(1);
  }

  @Test
  void theLedgerListsWhatTheRulesAskFor() throws Exception {
    client.addRule("#afa");
    String id = x.send("for the ledger #afa").await(30, SECONDS);
    x.send("not for it").await(30, SECONDS);
    assertThat(client.get("/ledger").body().lines())
        .singleElement()
        .satisfies(line -> assertThat(new JsonObject(line).getString("id")).isEqualTo(id));
    assertThat(client.get("/ledger?all=true").body().lines()).hasSize(2);
  }

  @Test
  void aDeletedPostIsMissingFromTheLookup() throws Exception {
    String kept = x.send("kept").await(30, SECONDS);
    String deleted = x.send("deleted").await(30, SECONDS);
    x.delete(deleted).await(30, SECONDS);
    JsonObject answer = client.getJson("/2/tweets?ids=" + kept + "," + deleted);
    assertThat(answer.getJsonArray("data")).hasSize(1);
    assertThat(answer.getJsonArray("errors").getJsonObject(0).getString("resource_id"))
        .isEqualTo(deleted);
  }

  @Test
  void rateLimitsAreCountedDownAndRunOutOnlyWhenTheyAreMeantTo(Vertx vertx) throws Exception {
    XSimulator strict =
        XSimulator.start(vertx, new XOptions().enforceLimits(true)).await(30, SECONDS);
    PlainClient other = new PlainClient(strict.url(), strict.token());
    for (int left = 49; left >= 0; left--) {
      var answer = other.get("/2/tweets/search/stream");
      assertThat(answer.statusCode()).isEqualTo(409);
      assertThat(answer.headers().firstValueAsLong("x-rate-limit-remaining")).hasValue(left);
    }
    assertThat(other.get("/2/tweets/search/stream").statusCode()).isEqualTo(429);
    for (int i = 0; i < 60; i++) {
      assertThat(client.get("/2/tweets/search/stream").statusCode()).isEqualTo(409);
    }
  }

  @Test
  void anEditIsANewPostWithTheHistoryOfTheOld() throws Exception {
    String first = x.send("frist").await(30, SECONDS);
    String second = x.edit(first, "first").await(30, SECONDS);
    JsonObject answer = client.getJson("/2/tweets?ids=" + first + "," + second);
    for (Object post : answer.getJsonArray("data")) {
      assertThat(((JsonObject) post).getJsonArray("edit_history_tweet_ids"))
          .containsExactly(first, second);
    }
    assertThat(x.ledger().entry(second).firstId()).isEqualTo(first);
  }
}
