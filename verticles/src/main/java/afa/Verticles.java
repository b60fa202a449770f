package afa;

import afa.console.AdminPassword;
import afa.console.ConsoleVerticle;
import afa.coverage.CoverageVerticle;
import afa.database.DatabaseUrl;
import afa.delivery.DeliveryCounters;
import afa.delivery.DeliveryCrew;
import afa.delivery.DeliveryReadiness;
import afa.delivery.DeliveryVerticle;
import afa.feed.EventInfo;
import afa.front.FrontVerticle;
import afa.front.Gate;
import afa.front.HealthHandler;
import afa.front.Leaving;
import afa.front.Port;
import afa.http.Doors;
import afa.ingest.IngestVerticle;
import afa.site.SiteConfig;
import afa.site.SiteVerticle;
import afa.store.RedisLog;
import afa.store.StoreConfig;
import afa.store.StoreVerticle;
import afa.supervisor.NodeIdentity;
import afa.supervisor.SupervisorVerticle;
import afa.supervisor.Unit;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Deployable;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the roles of a node ask for, in the order in which they need each other: whoever answers
 * before whoever asks, and the sources last.
 */
final class Verticles {
  /** Above the longest heartbeat (60 s) and the longest wait of a poll (55 s). */
  static final Duration SILENCE = Duration.ofSeconds(75);

  /** What stopping takes beside waiting for readers. */
  private static final Duration STOP = Duration.ofSeconds(5);

  private final Vertx vertx;
  private final int loops;
  private final RunOptions options;
  private final Settings settings;
  private final Doors doors = new Doors();
  private final Members members;
  private final DeliveryReadiness readiness;
  private final DeliveryCounters delivered = new DeliveryCounters();
  private volatile Optional<SupervisorVerticle> supervisor = Optional.empty();
  private final Leaving leaving = new Leaving();
  private volatile boolean deployed;

  Verticles(Vertx vertx, int loops, RunOptions options, Settings settings, Members members) {
    this.vertx = vertx;
    this.loops = loops;
    this.options = options;
    this.settings = settings;
    this.members = members;
    this.readiness = new DeliveryReadiness(loops);
  }

  /** What the verticles reach outside the process. */
  record Boundaries(
      Optional<String> redisUrl,
      Optional<String> databaseUrl,
      String ingestToken,
      Optional<AdminPassword> admin,
      PrometheusMeterRegistry metrics) {}

  /** Completes when all can serve that people want to run. */
  Future<Void> deploy(List<FollowedEvent> events, Boundaries boundaries) {
    List<Unit> units = Stream.of(
            front(boundaries),
            store(events, boundaries),
            delivery(),
            ingest(boundaries),
            site(boundaries),
            console(boundaries),
            ofEvents(events, boundaries))
        .flatMap(all -> all)
        .toList();
    SupervisorVerticle first = new SupervisorVerticle(
        identity(), units, options.data().resolve("nodes/" + options.node()), boundaries.metrics());
    supervisor = Optional.of(first);
    return vertx
        .deployVerticle(first, new DeploymentOptions().setThreadingModel(ThreadingModel.WORKER))
        .onSuccess(all -> deployed = true)
        .mapEmpty();
  }

  private NodeIdentity identity() {
    return new NodeIdentity(
        options.node(),
        UUID.randomUUID().toString(),
        Version.OURS,
        options.roles().stream()
            .map(role -> role.name().toLowerCase(Locale.ROOT))
            .toList(),
        Welcome.url(options),
        Instant.now(),
        this::isReady,
        () -> leaving.isUnderWay() || readiness.isDraining(),
        members::missed);
  }

  private Stream<Unit> front(Boundaries boundaries) {
    HealthHandler health =
        new HealthHandler(this::isReady, readiness::isDraining, leaving, boundaries.metrics());
    health.because(this::whyNotReady);
    Port port = new Port(options.host(), options.port(), options.tls(), SILENCE);
    Gate gate = new Gate(settings.front(), doors);
    return Stream.of(
        onEachLoop("front", () -> new FrontVerticle(port, gate, doors, health)).forStrangers());
  }

  /** Whether a load balancer may send readers here. */
  boolean isReady() {
    boolean delivers = options.roles().contains(Role.DELIVERY);
    return deployed && !members.isUseless() && (!delivers || readiness.isReady());
  }

  /** For a person who asks; empty when there is no more to say than that it is not ready. */
  private Optional<String> whyNotReady() {
    if (isReady()) return Optional.empty();
    if (!deployed) return Optional.of("it is starting or stopping");
    return members
        .missed()
        .or(() -> Optional.of("delivery is stopped, or has not heard from the store lately"));
  }

  private Stream<Unit> store(List<FollowedEvent> events, Boundaries boundaries) {
    if (!options.roles().contains(Role.STORE)) return Stream.empty();
    List<EventInfo> infos = events.stream().map(FollowedEvent::info).toList();
    boolean archives = options.roles().contains(Role.ARCHIVE);
    StoreConfig alone = settings.store().windingDown(settings.archive().windDown());
    StoreConfig config = archives ? alone.withArchive() : alone;
    return Stream.of(Unit.of("store", crew -> {
      RedisLog redis = RedisLog.at(vertx, boundaries.redisUrl().orElseThrow());
      crew.closeAfterwards(redis::close);
      return vertx
          .deployVerticle(crew.watched(new StoreVerticle(infos, redis, config)))
          .onSuccess(crew::deployed);
    }));
  }

  private Stream<Unit> delivery() {
    if (!options.roles().contains(Role.DELIVERY)) return Stream.empty();
    Unit.Launch together = crew -> {
      DeliveryCrew ours = readiness.newCrew();
      return OnePerLoop.deploy(vertx, loops, crew::deployed, () -> crew.watched(deliveryOf(ours)));
    };
    return Stream.of(Unit.of("delivery", together)
        .lagging("updates behind")
        .stoppingWithin(settings.delivery().drain().limit().plus(STOP)));
  }

  private Deployable deliveryOf(DeliveryCrew crew) {
    return new DeliveryVerticle(settings.delivery(), doors, crew, delivered);
  }

  private Stream<Unit> ingest(Boundaries boundaries) {
    if (!options.roles().contains(Role.INGEST)) return Stream.empty();
    return Stream.of(one("ingest", () -> new IngestVerticle(doors, boundaries.ingestToken())));
  }

  private Stream<Unit> site(Boundaries boundaries) {
    if (!options.roles().contains(Role.SITE)) return Stream.empty();
    SiteConfig config = new SiteConfig(List.of(), boundaries.databaseUrl().map(DatabaseUrl::parse));
    return Stream.of(
        one("coverage", () -> new CoverageVerticle(doors)).forStrangers(),
        one("site", () -> new SiteVerticle(door -> doors.set(Doors.Door.SITE, door), config))
            .forStrangers());
  }

  private Stream<Unit> console(Boundaries boundaries) {
    if (!options.roles().contains(Role.CONSOLE)) return Stream.empty();
    return Stream.of(one(
            "console",
            () -> new ConsoleVerticle(
                options.node(),
                this::openConsole,
                settings.console(),
                boundaries.admin().orElseThrow(),
                options.tls().isPresent()))
        .forStrangers());
  }

  /** Where there are no pages, the console gives out its own files. */
  private void openConsole(@Nullable Handler<HttpServerRequest> console) {
    doors.set(Doors.Door.CONSOLE, console);
    if (!options.roles().contains(Role.SITE)) doors.set(Doors.Door.SITE, console);
  }

  private Stream<Unit> ofEvents(List<FollowedEvent> events, Boundaries boundaries) {
    EventUnits units = new EventUnits(vertx, events, settings.archive());
    Stream<Unit> archive = options.roles().contains(Role.ARCHIVE)
        ? units.archive(boundaries.databaseUrl().orElseThrow())
        : Stream.empty();
    Stream<Unit> sources = options.roles().contains(Role.INGEST) ? units.sources() : Stream.empty();
    return Stream.concat(archive, sources);
  }

  private Unit one(String name, Supplier<? extends Deployable> verticle) {
    return EventUnits.one(vertx, name, verticle);
  }

  private Unit onEachLoop(String name, Supplier<? extends Deployable> verticle) {
    return Unit.of(
        name,
        crew ->
            OnePerLoop.deploy(vertx, loops, crew::deployed, () -> crew.watched(verticle.get())));
  }

  /** Says goodbye to the readers, then stops all. */
  Future<Void> leave() {
    return new Goodbye(vertx, settings.delivery().drain(), leaving, readiness)
        .say()
        .compose(said -> undeploy());
  }

  /**
   * Stops all: those who bring in first, then those who serve. Vert.x would close sockets under
   * verticles that still want to say goodbye.
   */
  Future<Void> undeploy() {
    deployed = false;
    return supervisor.map(SupervisorVerticle::end).orElse(Future.succeededFuture());
  }
}
