package afa.delivery;

import afa.feed.Position;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;

/** How a stream of server-sent events begins. */
final class StreamHead {
  private static final List<Map.Entry<String, String>> HEADERS = List.of(
      Map.entry("content-type", "text/event-stream"),
      Map.entry("cache-control", "no-store"),
      Map.entry("access-control-allow-origin", "*"),
      Map.entry("x-accel-buffering", "no"));

  private StreamHead() {}

  /** Status and headers as they are sent on a connection of HTTP/1.1. */
  static final String RAW = raw();

  // Nothing follows a stream on its connection, which a proxy must not keep for others.

  private static String raw() {
    StringBuilder head = new StringBuilder("HTTP/1.1 200 OK\r\n");
    for (Map.Entry<String, String> header : HEADERS) {
      head.append(header.getKey()).append(": ").append(header.getValue()).append("\r\n");
    }
    return head.append("connection: close\r\ntransfer-encoding: chunked\r\n\r\n")
        .toString();
  }

  static void into(HttpServerResponse response) {
    response.setChunked(true);
    HEADERS.forEach(header -> response.putHeader(header.getKey(), header.getValue()));
  }

  /** The id lets a reader that asked for "from now" come back without a hole. */
  static String greeting(String epoch, long since) {
    return "retry: 2000\n\nid: " + new Position(epoch, since) + "\n\n";
  }

  /** Tells somebody who is sent away when to come back; a greeting says something else again. */
  static String comeBack(long millis) {
    return "retry: " + millis + "\n\n";
  }

  /** Tells that a number belongs to another life of the log. */
  static String reset(String epoch, long head) {
    JsonObject data = new JsonObject().put("epoch", epoch).put("head", head);
    return "event: reset\nid: " + epoch + ".0\ndata: " + data.encode() + "\n\n";
  }
}
