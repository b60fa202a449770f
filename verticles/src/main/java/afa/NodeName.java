package afa;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a node is called: the same after a restart, different from all others of its cluster. */
final class NodeName {
  /** Above the 5 s of cluster.xml after which a node that stands still is given up. */
  private static final Duration CLUSTER_NOTICES = Duration.ofSeconds(8);

  private NodeName() {}

  /**
   * @param given empty: the name of the machine and the port
   */
  static String of(String given, int port, List<String> problems) {
    if (given.isEmpty()) return machine() + "-" + port;
    if (!given.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,62}")) {
      problems.add("node " + given + ": expected 1 to 63 letters, digits, '.', '_' or '-'");
    }
    return given;
  }

  /**
   * Claims the name in the cluster until the process ends. Waits for as long as the cluster needs to
   * notice that an earlier life of the node is gone.
   */
  static Future<Void> claim(Vertx vertx, String name) {
    return vertx
        .sharedData()
        .getLockWithTimeout("afa.node." + name, CLUSTER_NOTICES.toMillis())
        .recover(taken -> Future.failedFuture(new UsageException("The cluster has a node " + name
            + " already. Give this one a name of its own: ./afa run --node NAME")))
        .mapEmpty();
  }

  private static String machine() {
    String name = Optional.ofNullable(System.getenv("HOSTNAME")).orElseGet(NodeName::localHost);
    String plain = name.replaceAll("[^A-Za-z0-9._-]", "-");
    return plain.isEmpty() ? "node" : plain.substring(0, Math.min(plain.length(), 50));
  }

  private static String localHost() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "node";
    }
  }
}
