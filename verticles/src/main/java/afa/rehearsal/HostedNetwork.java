package afa.rehearsal;

import io.vertx.core.json.JsonObject;

/**
 * A network of a running rehearsal.
 *
 * @param latest its simulator, to be posted on
 */
record HostedNetwork(RehearsedNetwork kind, Simulator simulator, LatestPosts latest, Play play) {

  String name() {
    return kind.name();
  }

  Ledger ledger() {
    return simulator.ledger();
  }

  /** Facts for whoever looks at the control page. */
  JsonObject state() {
    JsonObject state = new JsonObject().put("network", kind.label());
    simulator.state().forEach(fact -> {
      if (!state.containsKey(fact.getKey())) state.put(fact.getKey(), fact.getValue());
    });
    double pace = Math.round(100 * play.pace()) / 100.0;
    return state.put("posts", ledger().size()).put("posts a second", pace);
  }
}
