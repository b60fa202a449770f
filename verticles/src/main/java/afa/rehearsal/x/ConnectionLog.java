package afa.rehearsal.x;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The history of stream connections, as {@code GET /2/connections} tells it. */
final class ConnectionLog {
  private static final int MOST = 100;

  private final Map<String, JsonObject> connections = new LinkedHashMap<>();
  private final Set<String> stuck = new HashSet<>();

  void opened(StreamConnection connection) {
    if (connections.size() == MOST)
      connections.remove(connections.keySet().iterator().next());
    String id = connection.id();
    connections.put(id, entry(id, connection.connectedAt(), connection.clientIp()));
  }

  private static JsonObject entry(String id, Instant at, String clientIp) {
    return new JsonObject()
        .put("id", id)
        .put("endpoint_name", "filtered_stream")
        .put("connected_at", XPosts.time(at))
        .put("client_ip", clientIp);
  }

  /** Says why a connection ended; only the first reason counts. */
  void closed(StreamConnection connection, String reason, Instant at) {
    JsonObject entry = connections.get(connection.id());
    if (entry == null || entry.containsKey("disconnected_at")) return;
    entry.put("disconnected_at", XPosts.time(at)).put("disconnect_reason", reason);
  }

  /** The newest connection has ended and is not forgotten: it counts as open. */
  void stick(Instant now) {
    String newest = null;
    for (String id : connections.keySet()) newest = id;
    stuck.add(newest == null ? somebodyElses(now) : newest);
  }

  private String somebodyElses(Instant now) {
    String id = UUID.randomUUID().toString();
    connections.put(id, entry(id, now, "203.0.113.7"));
    return id;
  }

  /** No connection counts longer than it lasts. */
  void forgetAll() {
    stuck.clear();
  }

  /** Ends one that only still counts; says whether it was one. */
  boolean forget(String id) {
    return stuck.remove(id);
  }

  /**
   * The connections of a status, newest first.
   *
   * @param status {@code active}, {@code inactive} or {@code all}
   */
  JsonArray list(String status) {
    JsonArray list = new JsonArray();
    for (JsonObject entry : connections.values()) {
      boolean counts = stuck.contains(entry.getString("id"));
      boolean active = counts || !entry.containsKey("disconnected_at");
      if (status.equals("all") || status.equals(active ? "active" : "inactive")) {
        list.add(0, counts ? open(entry) : entry.copy());
      }
    }
    return list;
  }

  private static JsonObject open(JsonObject closed) {
    JsonObject copy = closed.copy();
    copy.remove("disconnected_at");
    copy.remove("disconnect_reason");
    return copy;
  }
}
