package afa.console;

import afa.bus.ClusterMap;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;

/** What the consoles of a cluster must have in common and nobody else may know. */
final class ConsoleSecrets {
  static final String MAP = "afa.console";
  private static final String KEY = "key";

  private ConsoleSecrets() {}

  /** The seal of all cookies: made by the first console of the cluster, kept by its nodes. */
  static Future<Seal> seal(Vertx vertx) {
    String mine = SessionCookie.random() + SessionCookie.random();
    return ClusterMap.open(vertx, MAP)
        .compose(map -> map.putIfAbsent(KEY, mine))
        .map(agreed -> new Seal(agreed.getBytes(StandardCharsets.US_ASCII)));
  }
}
