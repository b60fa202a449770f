package afa.rehearsal.x;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RulesEndpointTest {
  private static final String RULES = "/2/tweets/search/stream/rules";
  private PlainClient client;

  @BeforeEach
  void start(Vertx vertx) throws Exception {
    XSimulator x = XSimulator.start(vertx, new XOptions()).await(30, SECONDS);
    client = new PlainClient(x.url(), x.token());
  }

  private static JsonObject summary(JsonObject answer) {
    return answer.getJsonObject("meta").getJsonObject("summary");
  }

  private JsonObject post(String parameters, String body) throws Exception {
    return new JsonObject(client.post(RULES + parameters, body).body());
  }

  @Test
  void withoutRulesThereIsNoData() throws Exception {
    JsonObject answer = client.getJson(RULES);
    assertThat(answer.containsKey("data")).isFalse();
    assertThat(answer.getJsonObject("meta").getInteger("result_count")).isZero();
  }

  @Test
  void aRuleIsCreatedWithItsTag() throws Exception {
    var answer = client.post(RULES, "{\"add\":[{\"value\":\"#afa\",\"tag\":\"afa:1\"}]}");
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(summary(new JsonObject(answer.body())).getInteger("created")).isEqualTo(1);
    JsonObject rule = client.getJson(RULES).getJsonArray("data").getJsonObject(0);
    assertThat(rule.getString("value")).isEqualTo("#afa");
    assertThat(rule.getString("tag")).isEqualTo("afa:1");
  }

  @Test
  void aDuplicateNamesTheRuleThatExists() throws Exception {
    String id = client.addRule("#afa").getJsonArray("data").getJsonObject(0).getString("id");
    JsonObject answer = client.addRule("#afa");
    assertThat(answer.containsKey("data")).isFalse();
    JsonObject error = answer.getJsonArray("errors").getJsonObject(0);
    assertThat(error.getString("id")).isEqualTo(id);
    assertThat(error.getString("type")).endsWith("/duplicate-rules");
  }

  @Test
  void goodRulesAreMadeBesideBadOnes() throws Exception {
    JsonObject answer = post("", "{\"add\":[{\"value\":\"#afa\"},{\"value\":\"a AND OR\"}]}");
    assertThat(summary(answer))
        .isEqualTo(new JsonObject("{\"created\":1,\"not_created\":1,\"valid\":1,\"invalid\":1}"));
    assertThat(answer.getJsonArray("errors").getJsonObject(0).getString("title"))
        .isEqualTo("UnprocessableEntity");
  }

  @Test
  void aDryRunChangesNothing() throws Exception {
    JsonObject answer = post("?dry_run=true", "{\"add\":[{\"value\":\"#afa\"}]}");
    assertThat(summary(answer).getInteger("valid")).isEqualTo(1);
    assertThat(client.getJson(RULES).containsKey("data")).isFalse();
  }

  @Test
  void rulesAreDeletedByIdByValueAndAllAtOnce() throws Exception {
    String id = client.addRule("#a1").getJsonArray("data").getJsonObject(0).getString("id");
    client.addRule("#b2");
    client.addRule("#c3");
    JsonObject byId = post("", "{\"delete\":{\"ids\":[\"" + id + "\",\"1\"]}}");
    assertThat(summary(byId)).isEqualTo(new JsonObject("{\"deleted\":1,\"not_deleted\":1}"));
    assertThat(byId.getJsonArray("errors")).hasSize(1);
    post("", "{\"delete\":{\"values\":[\"#b2\"]}}");
    assertThat(client.getJson(RULES).getJsonArray("data")).hasSize(1);
    post("?delete_all=true", "");
    assertThat(client.getJson(RULES).containsKey("data")).isFalse();
  }

  @Test
  void aBodyOfAnotherFormIsABadRequest() throws Exception {
    for (String body : new String[] {"", "{}", "[]", "{\"add\":7}", "{\"add\":[],\"delete\":{}}"}) {
      var answer = client.post(RULES, body);
      assertThat(answer.statusCode()).as(body).isEqualTo(400);
      assertThat(answer.body()).contains("/invalid-request");
    }
  }

  @Test
  void theCountsTellHowManyThereAre() throws Exception {
    client.addRule("#afa");
    JsonObject data = client.getJson(RULES + "/counts").getJsonObject("data");
    assertThat(data.getString("project_rules_count")).isEqualTo("1");
  }
}
