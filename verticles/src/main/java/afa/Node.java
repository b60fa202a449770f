package afa;

import afa.Verticles.Boundaries;
import afa.bus.RecordCodec;
import afa.config.Environment;
import afa.console.AdminPassword;
import afa.delivery.DrainConfig;
import afa.message.Addresses;
import afa.message.BusMessage;
import afa.message.ListEvents;
import afa.rehearsal.RehearsedEvent;
import afa.servers.EmbeddedServers;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A process of the cluster: its servers, its place in the cluster, and the verticles of its roles. */
final class Node {
  private static final Logger log = LoggerFactory.getLogger(Node.class);

  private static final String INGEST_TOKEN = "AFA_INGEST_TOKEN";
  private static final String ADMIN_PASSWORD = "AFA_ADMIN_PASSWORD";

  /** What looking whether a log is whole takes, with the archive to ask. */
  private static final Duration FIRST_LOOK = Duration.ofSeconds(12);

  /**
   * What stopping the verticles takes without readers: those that other nodes take over have ten
   * seconds, all at once, for their last words and to leave their seats.
   */
  private static final Duration STOP = Duration.ofSeconds(14);

  /** What leaving the cluster takes. */
  private static final Duration CLOSE = Duration.ofSeconds(4);

  private final RunOptions options;
  private final Environment environment;
  /** One for each processor: two that share one wait for each other, and all that is new for both. */
  private final int loops = Runtime.getRuntime().availableProcessors();

  private final PrometheusMeterRegistry metrics =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private volatile Optional<EmbeddedServers> servers = Optional.empty();
  private volatile Optional<Vertx> vertx = Optional.empty();
  private volatile Optional<Verticles> running = Optional.empty();

  private Node(RunOptions options, Environment environment) {
    this.options = options;
    this.environment = environment;
  }

  /**
   * Starts a node that runs until the process is told to stop.
   *
   * @throws UsageException when a person must change something first
   */
  static void run(RunOptions options, Environment environment) {
    ServerUrls.check(environment);
    Settings settings = Settings.read(options.conf());
    List<FollowedEvent> events =
        new EventFiles(SourceKinds.ALL, environment).read(options.events());
    StartChecks.archive(options, events);
    StartChecks.port(options);
    Node node = new Node(options, environment);
    DrainConfig drain = settings.delivery().drain();
    Duration patience = drain.announce().plus(drain.limit()).plus(STOP);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> node.stop(patience), "stop"));
    node.start(settings, events);
  }

  private void start(Settings settings, List<FollowedEvent> events) {
    Metrics.addRegistry(metrics);
    JvmMetrics.bindTo(metrics);
    OldGeneration.keepSmall();
    Optional<WarmUp> warmingUp = options.roles().contains(Role.DELIVERY)
        ? Optional.of(WarmUp.begin(settings))
        : Optional.empty();
    Cluster cluster = Cluster.read(options.cluster(), Whereabouts.read(environment));
    CompletableFuture<Vertx> joining = future(cluster.join(Vertx.builder(), vertxOptions()))
        .whenComplete((joined, failure) -> vertx = Optional.ofNullable(joined));
    CompletableFuture<EmbeddedServers> starting = CompletableFuture.supplyAsync(this::startServers)
        .whenComplete((started, failure) -> servers = Optional.ofNullable(started));
    EmbeddedServers started = await("The embedded servers", starting);
    Vertx joined = joined(joining);
    RecordCodec.registerAll(joined.eventBus(), BusMessage.class);
    await("The name of the node", future(NodeName.claim(joined, options.node())));
    Optional<Rehearsal> rehearsal = rehearsal(joined, events);
    List<FollowedEvent> followed =
        rehearsal.map(played -> List.of(played.event())).orElse(events);
    Optional<AdminPassword> admin = adminPassword(joined);
    Boundaries boundaries = boundaries(started, admin);
    Members members = cluster.members(options.roles().contains(Role.STORE));
    Verticles verticles = new Verticles(joined, loops, options, settings, members);
    running = Optional.of(verticles);
    await("The verticles", future(verticles.deploy(followed, boundaries)));
    awaitReaders(verticles);
    warmingUp.ifPresent(warmUp -> warmUp.finish());
    String madeUpToken = environment.get(INGEST_TOKEN).isPresent() ? "" : boundaries.ingestToken();
    Welcome.Secrets madeUp = new Welcome.Secrets(
        madeUpToken,
        admin.flatMap(AdminPassword::madeUp).orElse(""),
        environment.get(ADMIN_PASSWORD).isPresent());
    System.out.println(Welcome.text(options, followed, rehearsal, madeUp, sinceJvmStart()));
    members.missed().ifPresent(wrong -> System.out.println(Welcome.alone(wrong)));
  }

  /** Until readers are served, unless that takes what only passes by itself, such as a Redis. */
  private static void awaitReaders(Verticles verticles) {
    long end = System.nanoTime() + FIRST_LOOK.toNanos();
    while (!verticles.isReady() && System.nanoTime() < end) LockSupport.parkNanos(50_000_000);
  }

  /** Agreed on by those who serve the console: whoever makes one up must be able to print it. */
  private Optional<AdminPassword> adminPassword(Vertx joined) {
    if (!options.roles().contains(Role.CONSOLE)) return Optional.empty();
    Future<AdminPassword> agreed = AdminPassword.agree(joined, environment.get(ADMIN_PASSWORD));
    return Optional.of(await("The console's password", future(agreed)));
  }

  /** Something real to look at, for whoever has no event yet. */
  private Optional<Rehearsal> rehearsal(Vertx joined, List<FollowedEvent> events) {
    if (!events.isEmpty() || !options.roles().contains(Role.INGEST)) return Optional.empty();
    if (!await("The claim to rehearse", future(mayRehearse(joined)))) return Optional.empty();
    return Optional.of(await("The rehearsal", future(Rehearsal.start(joined, options.data()))));
  }

  /** One node of a cluster plays, and only if the others follow nothing else. */
  private static Future<Boolean> mayRehearse(Vertx joined) {
    return Addresses.EVENTS
        .call(joined.eventBus(), new ListEvents())
        .map(known -> known.events().stream().allMatch(e -> e.event().equals(RehearsedEvent.ID)))
        .otherwise(true) // nobody keeps logs yet
        .compose(free -> free
            // Held until the process ends.
            ? joined.sharedData().getLockWithTimeout("afa.rehearsal", 1_000).map(claimed -> true)
            : Future.succeededFuture(false))
        .otherwise(false);
  }

  private Boundaries boundaries(EmbeddedServers started, Optional<AdminPassword> admin) {
    return new Boundaries(
        environment.get("REDIS_URL").or(started::redisUrl),
        environment.get("DATABASE_URL").or(started::databaseUrl),
        environment.get(INGEST_TOKEN).orElseGet(Node::madeUp),
        admin,
        metrics);
  }

  /** 128 bits that nobody can guess. */
  private static String madeUp() {
    byte[] bits = new byte[16];
    new SecureRandom().nextBytes(bits);
    return HexFormat.of().formatHex(bits);
  }

  private static <T> CompletableFuture<T> future(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture();
  }

  private VertxOptions vertxOptions() {
    return new VertxOptions().setEventLoopPoolSize(loops).setPreferNativeTransport(true);
  }

  private EmbeddedServers startServers() {
    boolean redis =
        options.roles().contains(Role.STORE) && environment.get("REDIS_URL").isEmpty();
    boolean postgres = options.roles().contains(Role.ARCHIVE)
        && environment.get("DATABASE_URL").isEmpty();
    try {
      return EmbeddedServers.start(options.data(), redis, postgres);
    } catch (IOException failure) {
      throw new UsageException(failure.getMessage());
    }
  }

  /** A node that began a cluster of its own instead would answer readers from nothing. */
  static Vertx joined(CompletableFuture<Vertx> joining) {
    try {
      return await("The cluster", joining);
    } catch (UsageException mistake) {
      throw mistake;
    } catch (RuntimeException failure) {
      throw new NotJoined(failure);
    }
  }

  private static <T> T await(String what, CompletableFuture<T> future) {
    try {
      return future.get(120, TimeUnit.SECONDS);
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof RuntimeException told) throw told;
      String reason = String.valueOf(failure.getCause().getMessage());
      if (reason.contains("Address already in use")) {
        throw new UsageException("Another node was faster at the port: " + reason);
      }
      throw new IllegalStateException(what + " did not start", failure.getCause());
    } catch (TimeoutException late) {
      throw new IllegalStateException(what + " did not start within 120 s", late);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while starting", stopped);
    }
  }

  private static double sinceJvmStart() {
    return (System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime())
        / 1_000.0;
  }

  /** Readers and verticles first, so that what they hold is stored; then the servers. */
  private void stop(Duration patience) {
    System.out.println("Stopping …");
    running.ifPresent(verticles -> finish(verticles.leave(), patience));
    // Not in the same chain: its end would be told on an event loop that is closed by then.
    vertx.ifPresent(joined -> finish(joined.close(), CLOSE));
    servers.ifPresent(started -> {
      try {
        started.release();
      } catch (IOException hard) {
        log.warn("The embedded servers did not stop in order", hard);
      }
    });
  }

  private static void finish(Future<Void> step, Duration patience) {
    try {
      future(step).get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException | InterruptedException hard) {
      log.warn("Not everything stopped in order", hard);
    }
  }
}
