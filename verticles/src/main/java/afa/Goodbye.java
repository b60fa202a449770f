package afa;

import afa.delivery.DeliveryReadiness;
import afa.delivery.DrainConfig;
import afa.front.Leaving;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import java.util.concurrent.TimeUnit;

/**
 * How a node begins to leave: it says that it is not ready, and where a load balancer listens and has
 * other nodes, it serves on until new readers are sent to those. A lone node has nobody to wait for.
 */
final class Goodbye {
  private final Vertx vertx;
  private final DrainConfig config;
  private final Leaving leaving;
  private final DeliveryReadiness readiness;

  Goodbye(Vertx vertx, DrainConfig config, Leaving leaving, DeliveryReadiness readiness) {
    this.vertx = vertx;
    this.config = config;
    this.leaving = leaving;
    this.readiness = readiness;
  }

  /** Completes when it has been heard. */
  Future<Void> say() {
    leaving.begin();
    if (!isBesideOthers()) return Future.succeededFuture();
    readiness.endsBesideOthers();
    long millis = config.announce().toMillis();
    if (millis == 0 || !leaving.isWatched()) return Future.succeededFuture();
    return vertx.timer(millis, TimeUnit.MILLISECONDS).mapEmpty();
  }

  private boolean isBesideOthers() {
    return vertx instanceof VertxInternal internal
        && internal.clusterManager() != null
        && internal.clusterManager().getNodes().size() > 1;
  }
}
