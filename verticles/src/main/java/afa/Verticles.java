package afa;

import afa.archive.ArchiveVerticle;
import afa.archive.PostgresArchive;
import afa.coverage.CoverageVerticle;
import afa.delivery.DeliveryCounters;
import afa.delivery.DeliveryReadiness;
import afa.delivery.DeliveryVerticle;
import afa.feed.EventInfo;
import afa.front.FrontVerticle;
import afa.front.Gate;
import afa.front.HealthHandler;
import afa.front.Port;
import afa.http.Doors;
import afa.ingest.IngestVerticle;
import afa.site.SiteConfig;
import afa.site.SiteVerticle;
import afa.store.RedisLog;
import afa.store.StoreVerticle;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Deployable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Deploys what the roles of a node ask for, in the order in which they need each other: whoever
 * answers before whoever asks, and the sources last.
 */
final class Verticles {
  /** Above the longest heartbeat (60 s) and the longest wait of a poll (55 s). */
  static final Duration SILENCE = Duration.ofSeconds(75);

  private final Vertx vertx;
  private final int loops;
  private final RunOptions options;
  private final Settings settings;
  private final Doors doors = new Doors();
  private final DeliveryReadiness readiness;
  private final Deque<String> ids = new ConcurrentLinkedDeque<>(); // in the order of deployment
  private volatile boolean deployed;

  Verticles(Vertx vertx, int loops, RunOptions options, Settings settings) {
    this.vertx = vertx;
    this.loops = loops;
    this.options = options;
    this.settings = settings;
    this.readiness = new DeliveryReadiness(loops);
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
        .compose(serving -> site())
        .compose(serving -> archive(events, boundaries))
        .compose(serving -> sources(events))
        .onSuccess(all -> deployed = true);
  }

  private Future<Void> front(Boundaries boundaries) {
    HealthHandler health = new HealthHandler(this::isReady, boundaries.metrics());
    Port port = new Port(options.host(), options.port(), options.tls(), SILENCE);
    Gate gate = new Gate(settings.front(), doors);
    return OnePerLoop.deploy(
        vertx, loops, ids::add, () -> new FrontVerticle(port, gate, doors, health));
  }

  private boolean isReady() {
    boolean delivers = options.roles().contains(Role.DELIVERY);
    return deployed && (!delivers || readiness.isReady());
  }

  private Future<Void> store(List<FollowedEvent> events, Boundaries boundaries) {
    if (!options.roles().contains(Role.STORE)) return Future.succeededFuture();
    List<EventInfo> infos = events.stream().map(FollowedEvent::info).toList();
    RedisLog redis = RedisLog.at(vertx, boundaries.redisUrl().orElseThrow());
    boolean archives = options.roles().contains(Role.ARCHIVE);
    return deploy(new StoreVerticle(
        infos, redis, archives ? settings.store().withArchive() : settings.store()));
  }

  private Future<Void> delivery() {
    if (!options.roles().contains(Role.DELIVERY)) return Future.succeededFuture();
    DeliveryCounters counters = new DeliveryCounters();
    return OnePerLoop.deploy(
        vertx,
        loops,
        ids::add,
        () -> new DeliveryVerticle(settings.delivery(), doors, readiness, counters));
  }

  private Future<Void> ingest(Boundaries boundaries) {
    if (!options.roles().contains(Role.INGEST)) return Future.succeededFuture();
    return deploy(new IngestVerticle(doors, boundaries.ingestToken()));
  }

  private Future<Void> site() {
    if (!options.roles().contains(Role.SITE)) return Future.succeededFuture();
    SiteConfig config = new SiteConfig(List.of());
    return deploy(new CoverageVerticle(doors))
        .compose(
            told -> deploy(new SiteVerticle(door -> doors.set(Doors.Door.SITE, door), config)));
  }

  private Future<Void> archive(List<FollowedEvent> events, Boundaries boundaries) {
    if (!options.roles().contains(Role.ARCHIVE)) return Future.succeededFuture();
    PostgresArchive archive =
        PostgresArchive.connect(vertx, boundaries.databaseUrl().orElseThrow());
    return deployAll(events.stream()
        .map(event -> new ArchiveVerticle(event.info().event(), settings.archive(), archive)));
  }

  private Future<Void> sources(List<FollowedEvent> events) {
    if (!options.roles().contains(Role.INGEST)) return Future.succeededFuture();
    return deployAll(
        events.stream().flatMap(event -> event.sources().values().stream()).map(Supplier::get));
  }

  private Future<Void> deployAll(Stream<? extends Deployable> verticles) {
    return Future.all(verticles.map(this::deploy).toList()).mapEmpty();
  }

  private Future<Void> deploy(Deployable verticle) {
    return vertx.deployVerticle(verticle).map(ids::add).mapEmpty();
  }

  /**
   * Stops all: those who bring in first, then those who serve. Vert.x would close sockets under
   * verticles that still want to say goodbye.
   */
  Future<Void> undeploy() {
    deployed = false;
    Future<Void> done = Future.succeededFuture();
    for (String id = ids.pollLast(); id != null; id = ids.pollLast()) {
      String last = id;
      done =
          done.compose(before -> vertx.undeploy(last)).recover(stuck -> Future.succeededFuture());
    }
    return done;
  }
}
