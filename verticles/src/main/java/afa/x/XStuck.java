package afa.x;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends connections that X counts though nobody holds them any more, such as those of a node that
 * crashed. Only those that are older than our own attempts: a younger one belongs to somebody who
 * lives, and two readers must not cut each other off in turn.
 */
final class XStuck {
  private static final Logger log = LoggerFactory.getLogger(XStuck.class);
  private static final String ENDPOINT = "filtered_stream";

  /** A single refusal is normal for a minute after a connection broke. */
  private static final int PATIENCE = 2;

  /** Most that X takes in one request. */
  private static final int MOST = 100;

  private final XClient client;
  private int refusals;
  private Instant firstRefusal;

  XStuck(XClient client) {
    this.client = client;
  }

  /** A connection was made. */
  void connected() {
    refusals = 0;
  }

  /** X says that there are too many; completes with the number of those that were ended. */
  Future<Integer> refused() {
    if (refusals++ == 0) firstRefusal = client.now();
    if (refusals < PATIENCE) return Future.succeededFuture(0);
    return client.connections().map(this::stale).compose(this::end).otherwise(failure -> {
      log.warn("Stuck connections could not be looked after: {}", failure.getMessage());
      return 0;
    });
  }

  private Future<Integer> end(List<String> ids) {
    if (ids.isEmpty()) return Future.succeededFuture(0);
    log.warn("Ending connections that X still counts: count={}", ids.size());
    return client.disconnect(ids).map(ids.size());
  }

  private List<String> stale(JsonNode answer) {
    List<String> ids = new ArrayList<>();
    for (JsonNode connection : answer.path("data")) {
      String id = XJson.text(connection, "id");
      boolean ours = XJson.text(connection, "endpoint_name").equals(ENDPOINT);
      boolean open = XJson.text(connection, "disconnected_at").isEmpty();
      if (ours && open && isOld(connection) && !id.isEmpty() && ids.size() < MOST) ids.add(id);
    }
    return ids;
  }

  private boolean isOld(JsonNode connection) {
    try {
      return Instant.parse(XJson.text(connection, "connected_at")).isBefore(firstRefusal);
    } catch (DateTimeParseException unknown) {
      return false;
    }
  }
}
