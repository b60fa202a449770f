package afa.rehearsal.x;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The history of stream connections, as {@code GET /2/connections} tells it. */
final class ConnectionLog {
  private static final int MOST = 100;

  private final Map<String, JsonObject> connections = new LinkedHashMap<>();

  void opened(StreamConnection connection) {
    if (connections.size() == MOST)
      connections.remove(connections.keySet().iterator().next());
    JsonObject entry = new JsonObject()
        .put("id", connection.id())
        .put("endpoint_name", "filtered_stream")
        .put("connected_at", XPosts.time(connection.connectedAt()))
        .put("client_ip", connection.clientIp());
    connections.put(connection.id(), entry);
  }

  /** Says why a connection ended; only the first reason counts. */
  void closed(StreamConnection connection, String reason, Instant at) {
    JsonObject entry = connections.get(connection.id());
    if (entry == null || entry.containsKey("disconnected_at")) return;
    entry.put("disconnected_at", XPosts.time(at)).put("disconnect_reason", reason);
  }

  /**
   * The connections of a status, newest first.
   *
   * @param status {@code active}, {@code inactive} or {@code all}
   */
  JsonArray list(String status) {
    JsonArray list = new JsonArray();
    for (JsonObject entry : connections.values()) {
      boolean active = !entry.containsKey("disconnected_at");
      if (status.equals("all") || status.equals(active ? "active" : "inactive")) {
        list.add(0, entry.copy());
      }
    }
    return list;
  }
}
