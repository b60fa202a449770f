package afa.rehearsal.x;

import afa.rehearsal.Ledger.Entry;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/**
 * {@code GET /ledger}: a line for each post that a rule asks for and that a perfect reader has by
 * now or can still fetch; with {@code ?all=true} for every post there ever was.
 */
final class LedgerEndpoint {
  private final XNetwork network;

  LedgerEndpoint(XNetwork network) {
    this.network = network;
  }

  void list(RoutingContext context) {
    boolean all = "true".equals(context.request().getParam("all"));
    StringBuilder lines = new StringBuilder();
    for (Entry entry : network.ledger().entries()) {
      boolean matches = network.isWanted(Long.parseLong(entry.id()));
      if (all || (matches && entry.reachable())) {
        lines.append(line(entry).put("matches", matches).encode()).append('\n');
      }
    }
    context.response().putHeader("content-type", "application/jsonl").end(lines.toString());
  }

  private static JsonObject line(Entry entry) {
    return new JsonObject()
        .put("id", entry.id())
        .put("firstId", entry.firstId())
        .put("postedAt", XPosts.time(entry.postedAt()))
        .put("searchable", entry.searchable())
        .put("streamed", entry.streamed())
        .put("deleted", entry.deleted());
  }
}
