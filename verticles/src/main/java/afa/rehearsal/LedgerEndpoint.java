package afa.rehearsal;

import afa.rehearsal.Ledger.Entry;
import afa.rehearsal.Ledger.Outage;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/**
 * The ledgers for programs: {@code GET /ledger/{network}}, a line of JSON for each post that readers
 * ask for and that a perfect one has by now or can still fetch, with {@code ?all=true} for every
 * post there ever was; {@code /ledger} is X's. {@code GET /outages} tells when nobody could read.
 */
final class LedgerEndpoint {
  private final List<HostedNetwork> networks;

  LedgerEndpoint(List<HostedNetwork> networks) {
    this.networks = networks;
  }

  void mount(Router router) {
    router.get("/outages").handler(this::outages);
    for (HostedNetwork network : networks) {
      router.get("/ledger/" + network.name()).handler(context -> list(context, network));
      if (network.name().equals("x")) {
        router.get("/ledger").handler(context -> list(context, network));
      }
    }
  }

  private static void list(RoutingContext context, HostedNetwork network) {
    boolean all = "true".equals(context.request().getParam("all"));
    StringBuilder lines = new StringBuilder();
    for (Entry entry : network.ledger().entries()) {
      boolean matches = network.simulator().isWanted(entry.id());
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
        .put("postedAt", entry.postedAt().toString())
        .put("searchable", entry.searchable())
        .put("streamed", entry.streamed())
        .put("deleted", entry.deleted())
        .put("edited", entry.edited())
        .put("reachable", entry.reachable());
  }

  private void outages(RoutingContext context) {
    JsonObject answer = new JsonObject();
    for (HostedNetwork network : networks) {
      JsonArray outages = new JsonArray();
      network.ledger().outages().forEach(outage -> outages.add(json(outage)));
      answer.put(network.name(), outages);
    }
    context.json(answer);
  }

  private static JsonObject json(Outage outage) {
    return new JsonObject()
        .put("from", outage.from().toString())
        .put("to", outage.to().toString())
        .put("reason", outage.reason());
  }
}
