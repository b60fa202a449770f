package afa.rehearsal.x;

import afa.rehearsal.x.RuleBook.Added;
import afa.rehearsal.x.RuleBook.Rule;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.List;

/** {@code /2/tweets/search/stream/rules}. */
final class RulesEndpoint {
  private static final int PAGE = 1_000;

  private final XNetwork network;
  private final Replies replies;

  RulesEndpoint(XNetwork network, Replies replies) {
    this.network = network;
    this.replies = replies;
  }

  void list(RoutingContext context) {
    List<String> ids = context.queryParam("ids").stream()
        .flatMap(value -> Arrays.stream(value.split(",", -1)))
        .toList();
    JsonArray data = new JsonArray();
    network.rules().rules().stream()
        .filter(rule -> ids.isEmpty() || ids.contains(rule.id()))
        .limit(PAGE)
        .forEach(rule -> data.add(rule.json()));
    JsonObject answer = new JsonObject();
    if (!data.isEmpty()) answer.put("data", data);
    answer.put("meta", meta().put("result_count", data.size()));
    replies.ok(context.response(), answer);
  }

  void counts(RoutingContext context) {
    String count = Integer.toString(network.rules().rules().size());
    JsonObject data = new JsonObject()
        .put("cap_per_client_app", Integer.toString(RuleBook.MOST_RULES))
        .put("cap_per_project", Integer.toString(RuleBook.MOST_RULES))
        .put("project_rules_count", count)
        .put(
            "client_app_rules_count",
            new JsonObject().put("client_app_id", "101010101").put("rule_count", count));
    replies.ok(context.response(), new JsonObject().put("data", data));
  }

  void change(RoutingContext context) {
    boolean dryRun = "true".equals(context.request().getParam("dry_run"));
    if ("true".equals(context.request().getParam("delete_all"))) {
      delete(context, network.rules().rules().stream().map(Rule::id).toList(), List.of(), dryRun);
      return;
    }
    try {
      change(context, context.body().asJsonObject(), dryRun);
    } catch (DecodeException | ClassCastException notAsDocumented) {
      refuse(context, "The body is not one of the documented forms");
    }
  }

  private void change(RoutingContext context, JsonObject body, boolean dryRun) {
    Object add = body == null ? null : body.getValue("add");
    Object delete = body == null ? null : body.getValue("delete");
    if ((add == null) == (delete == null)) {
      refuse(context, "Exactly one of 'add' and 'delete' must be given");
    } else if (add != null) {
      add(context, (JsonArray) add, dryRun);
    } else {
      JsonObject doomed = (JsonObject) delete;
      delete(context, texts(doomed, "ids"), texts(doomed, "values"), dryRun);
    }
  }

  private void add(RoutingContext context, JsonArray wanted, boolean dryRun) {
    Added added =
        network.rules().add(wanted.stream().map(JsonObject.class::cast).toList(), dryRun);
    JsonArray data = new JsonArray();
    added.created().forEach(rule -> data.add(rule.json()));
    JsonObject summary = new JsonObject()
        .put("created", dryRun ? 0 : data.size())
        .put("not_created", added.errors().size())
        .put("valid", data.size())
        .put("invalid", added.errors().size());
    JsonObject answer = new JsonObject();
    if (!data.isEmpty()) answer.put("data", data);
    answer.put("meta", meta().put("summary", summary));
    if (!added.errors().isEmpty()) answer.put("errors", added.errors());
    if (dryRun) replies.ok(context.response(), answer);
    else replies.created(context.response(), answer);
  }

  private void delete(
      RoutingContext context, List<String> ids, List<String> values, boolean dryRun) {
    int deleted = network.rules().delete(ids, values, dryRun);
    int missing = Math.max(0, ids.size() + values.size() - deleted);
    JsonObject summary = new JsonObject().put("deleted", deleted).put("not_deleted", missing);
    JsonObject answer = new JsonObject().put("meta", meta().put("summary", summary));
    JsonArray errors = new JsonArray();
    for (int i = 0; i < missing; i++) {
      errors.add(Problems.invalidRequest(null, null, "Rule does not exist"));
    }
    replies.ok(context.response(), errors.isEmpty() ? answer : answer.put("errors", errors));
  }

  private static List<String> texts(JsonObject body, String key) {
    return body.getJsonArray(key, new JsonArray()).stream()
        .map(String.class::cast)
        .toList();
  }

  private void refuse(RoutingContext context, String why) {
    replies.problem(context.response(), 400, Problems.invalidRequest(null, null, why));
  }

  private JsonObject meta() {
    return new JsonObject().put("sent", XPosts.time(network.now()));
  }
}
