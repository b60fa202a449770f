package afa;

import afa.delivery.DeliveryCounters;
import afa.delivery.DeliveryVerticle;
import afa.feed.EventInfo;
import afa.front.FrontVerticle;
import afa.front.HealthHandler;
import afa.http.Doors;
import afa.ingest.IngestVerticle;
import afa.store.RedisLog;
import afa.store.StoreVerticle;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Deployable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Optional;

/**
 * Deploys what the roles of a node ask for, in the order in which they need each other: whoever
 * answers before whoever asks, and the sources last.
 */
final class Verticles {
  private final Vertx vertx;
  private final int loops;
  private final RunOptions options;
  private final Settings settings;
  private final Doors doors = new Doors();
  private volatile boolean deployed;

  Verticles(Vertx vertx, int loops, RunOptions options, Settings settings) {
    this.vertx = vertx;
    this.loops = loops;
    this.options = options;
    this.settings = settings;
  }

  /** What the verticles reach outside the process. */
  record Boundaries(
      Optional<String> redisUrl,
      Optional<String> databaseUrl,
      String ingestToken,
      PrometheusMeterRegistry metrics) {}

  /** Completes when all can serve. */
  Future<Void> deploy(List<FollowedEvent> events, Boundaries boundaries) {
    return front(boundaries)
        .compose(listening -> store(events, boundaries))
        .compose(serving -> delivery())
        .compose(serving -> ingest(boundaries))
        .compose(serving -> sources(events))
        .onSuccess(all -> deployed = true);
  }

  private Future<Void> front(Boundaries boundaries) {
    HealthHandler health = new HealthHandler(() -> deployed, boundaries.metrics());
    return OnePerLoop.deploy(
        vertx, loops, () -> new FrontVerticle(options.host(), options.port(), doors, health));
  }

  private Future<Void> store(List<FollowedEvent> events, Boundaries boundaries) {
    if (!options.roles().contains(Role.STORE)) return Future.succeededFuture();
    List<EventInfo> infos = events.stream().map(FollowedEvent::info).toList();
    RedisLog redis = RedisLog.at(vertx, boundaries.redisUrl().orElseThrow());
    return deploy(new StoreVerticle(infos, redis));
  }

  private Future<Void> delivery() {
    if (!options.roles().contains(Role.DELIVERY)) return Future.succeededFuture();
    DeliveryCounters counters = new DeliveryCounters();
    return OnePerLoop.deploy(
        vertx, loops, () -> new DeliveryVerticle(settings.delivery(), doors, counters));
  }

  private Future<Void> ingest(Boundaries boundaries) {
    if (!options.roles().contains(Role.INGEST)) return Future.succeededFuture();
    return deploy(new IngestVerticle(doors, boundaries.ingestToken()));
  }

  private Future<Void> sources(List<FollowedEvent> events) {
    if (!options.roles().contains(Role.INGEST)) return Future.succeededFuture();
    List<Future<Void>> deploying = events.stream()
        .flatMap(event -> event.sources().values().stream())
        .map(source -> deploy(source.get()))
        .toList();
    return Future.all(deploying).mapEmpty();
  }

  private Future<Void> deploy(Deployable verticle) {
    return vertx.deployVerticle(verticle).mapEmpty();
  }
}
