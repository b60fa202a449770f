package afa.rehearsal.x;

import afa.rehearsal.Fault;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** {@code /2/connections} and {@code /2/usage/tweets}. */
final class AccountEndpoint {
  private final XDesk desk;
  private final Stream stream;
  private final ConnectionLog connections;
  private final Refusals refusals;
  private final Replies replies;

  AccountEndpoint(XDesk desk, Stream stream, Refusals refusals) {
    this.desk = desk;
    this.stream = stream;
    this.connections = desk.connections();
    this.refusals = refusals;
    this.replies = desk.replies();
  }

  void connections(RoutingContext context) {
    String status = context.request().getParam("status", "active");
    JsonArray data = connections.list(status);
    JsonObject answer = new JsonObject();
    if (!data.isEmpty()) answer.put("data", data);
    JsonObject meta = new JsonObject().put("result_count", data.size());
    replies.ok(context.response(), answer.put("meta", meta));
  }

  /** Ends connections that are open or only still count: those named in the body, or all. */
  void terminate(RoutingContext context) {
    JsonObject body = context.body() == null ? null : context.body().asJsonObject();
    JsonArray named = body == null ? null : body.getJsonArray("uuids");
    JsonArray results = new JsonArray();
    for (Object connection : connections.list("active")) {
      String uuid = ((JsonObject) connection).getString("id");
      if (named != null && !named.contains(uuid)) continue;
      if (!connections.forget(uuid)) stream.drop("operator_disconnect");
      results.add(new JsonObject().put("uuid", uuid).put("success", true));
    }
    if (!results.isEmpty()) refusals.forgive(Fault.TOO_MANY_CONNECTIONS);
    JsonObject data = new JsonObject()
        .put("successful_kills", results.size())
        .put("failed_kills", named == null ? 0 : named.size() - results.size())
        .put("results", results);
    replies.ok(context.response(), new JsonObject().put("data", data));
  }

  void usage(RoutingContext context) {
    JsonObject data = new JsonObject()
        .put("project_id", "101010101")
        .put("project_cap", "3000000")
        .put("project_usage", Integer.toString(desk.bills().total()))
        .put("cap_reset_day", 7);
    replies.ok(context.response(), new JsonObject().put("data", data));
  }
}
