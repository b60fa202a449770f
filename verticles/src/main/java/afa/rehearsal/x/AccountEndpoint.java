package afa.rehearsal.x;

import afa.rehearsal.Fault;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** {@code /2/connections} and {@code /2/usage/tweets}. */
final class AccountEndpoint {
  private final XNetwork network;
  private final Stream stream;
  private final ConnectionLog connections;
  private final Refusals refusals;
  private final Replies replies;

  AccountEndpoint(
      XNetwork network,
      Stream stream,
      ConnectionLog connections,
      Refusals refusals,
      Replies replies) {
    this.network = network;
    this.stream = stream;
    this.connections = connections;
    this.refusals = refusals;
    this.replies = replies;
  }

  void connections(RoutingContext context) {
    String status = context.request().getParam("status", "active");
    JsonArray data = connections.list(status);
    JsonObject answer = new JsonObject();
    if (!data.isEmpty()) answer.put("data", data);
    JsonObject meta = new JsonObject().put("result_count", data.size());
    replies.ok(context.response(), answer.put("meta", meta));
  }

  /** Ends every open connection, and forgets one that only still counts. */
  void terminate(RoutingContext context) {
    JsonArray active = connections.list("active");
    JsonArray results = new JsonArray();
    for (Object connection : active) {
      String uuid = ((JsonObject) connection).getString("id");
      results.add(new JsonObject().put("uuid", uuid).put("success", true));
    }
    stream.drop("operator_disconnect");
    refusals.forgive(Fault.TOO_MANY_CONNECTIONS);
    JsonObject data = new JsonObject()
        .put("successful_kills", active.size())
        .put("failed_kills", 0)
        .put("results", results);
    replies.ok(context.response(), new JsonObject().put("data", data));
  }

  void usage(RoutingContext context) {
    long used =
        network.ledger().entries().stream().mapToLong(entry -> entry.streamed()).sum();
    JsonObject data = new JsonObject()
        .put("project_id", "101010101")
        .put("project_cap", "3000000")
        .put("project_usage", Long.toString(used))
        .put("cap_reset_day", 7);
    replies.ok(context.response(), new JsonObject().put("data", data));
  }
}
