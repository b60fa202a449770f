package afa.rehearsal;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/**
 * Who followed which network when: {@code GET /streams} lists each request for a stream, the last
 * ones of them, with the reader's port, which tells its process.
 */
final class StreamLedger {
  private static final int MOST = 5_000;

  /** How the address of a stream ends, by network; the others are asked now and then. */
  private static final Map<String, String> ENDS =
      Map.of("/search/stream", "x", "/streaming/hashtag", "mastodon", "/subscribe", "bluesky");

  private final Deque<JsonObject> streams = new ArrayDeque<>();

  void mount(Router router) {
    router.get().handler(this::saw);
    router
        .get("/streams")
        .handler(context -> context.json(new JsonArray(streams.stream().toList())));
  }

  private void saw(RoutingContext context) {
    HttpServerRequest request = context.request();
    ENDS.forEach((end, network) -> {
      if (request.path().endsWith(end)) note(network, request);
    });
    context.next();
  }

  private void note(String network, HttpServerRequest request) {
    if (streams.size() == MOST) streams.removeFirst();
    streams.add(new JsonObject()
        .put("network", network)
        .put("port", request.remoteAddress().port())
        .put("at", Instant.now().toString()));
  }
}
