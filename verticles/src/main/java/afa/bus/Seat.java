package afa.bus;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.shareddata.AsyncMap;
import io.vertx.core.spi.cluster.ClusterManager;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a map of the cluster: who sits there, by the id of its node and a number of its own.
 * The entry of a node that is no member any more counts for nothing, and neither does an earlier one
 * of our own node: it is of a life that was ended, or that hangs and was given up.
 *
 * <p>Not a lock of Vert.x: releasing that one takes it from whoever has it by then, a node may take
 * it twice, and nobody can ask whether it is still his.
 */
final class Seat {
  private static final String SEATS = "afa.owners";
  private static final AtomicLong MADE = new AtomicLong();

  private final Vertx vertx;
  private final @Nullable ClusterManager cluster; // null where there is none
  private final String name;
  private final String mine;

  Seat(Vertx vertx, String name) {
    this.vertx = vertx;
    this.cluster = ((VertxInternal) vertx).clusterManager();
    this.name = name;
    this.mine = (cluster == null ? "alone" : cluster.getNodeId())
        + " "
        + HexFormat.of().toHexDigits(MADE.incrementAndGet());
  }

  /** Whether it is ours; takes it when nobody sits there. May be asked again and again. */
  Future<Boolean> take() {
    return seats().compose(seats -> seats.putIfAbsent(name, mine).compose(sits -> {
      if (sits == null || sits.equals(mine)) return Future.succeededFuture(true);
      return isMember(sits) && !isOlderOfOurs(sits)
          ? Future.succeededFuture(false)
          : seats.replaceIfPresent(name, sits, mine);
    }));
  }

  /** Frees it if it is ours. */
  Future<Boolean> leave() {
    return seats().compose(seats -> seats.removeIfPresent(name, mine));
  }

  private boolean isMember(String sits) {
    String node = sits.substring(0, sits.indexOf(' '));
    return cluster == null || cluster.getNodes().contains(node);
  }

  /** Where there is no cluster, all who want it are as of different nodes. */
  private boolean isOlderOfOurs(String sits) {
    return cluster != null
        && sits.startsWith(cluster.getNodeId() + " ")
        && sits.compareTo(mine) < 0;
  }

  private Future<AsyncMap<String, String>> seats() {
    return vertx.sharedData().getAsyncMap(SEATS);
  }
}
