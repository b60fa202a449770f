package afa.rehearsal;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;

/**
 * A rehearsed network: it serves the API of the real one, can be played on and disturbed, and keeps
 * a ledger. To be used on the event loop of its server only ({@link SimulatorServer#on}).
 */
public interface Simulator extends Network, Faults {

  /** The name of the network in event files. */
  String name();

  /** Adds its API, the paths as the real network has them below a prefix of the simulator's choice. */
  void mount(Router router);

  /** Whether readers asked for that post, as far as the network knows what they ask for. */
  default boolean isWanted(String id) {
    return true;
  }

  /** What was posted and what became of it. */
  Ledger ledger();

  /** Facts for the control page, by name: readers connected, requests so far. */
  JsonObject state();

  /** Closes what it opened, connections first. */
  void close();
}
