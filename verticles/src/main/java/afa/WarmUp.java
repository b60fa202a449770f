package afa;

import afa.bus.RecordCodec;
import afa.delivery.DeliveryCounters;
import afa.delivery.DeliveryReadiness;
import afa.delivery.DeliveryVerticle;
import afa.front.FrontVerticle;
import afa.front.Gate;
import afa.front.HealthHandler;
import afa.front.Port;
import afa.http.Doors;
import afa.message.BusMessage;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Deployable;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves a {@link Crowd} of our own while a node starts, so that what accepts and serves readers is
 * compiled when the first of them come: cold, it takes ten times as long. All of it is private: a
 * Vert.x of its own in no cluster, a port that the system chooses, on loopback, and counters that
 * nobody reads.
 */
final class WarmUp {
  private static final Logger log = LoggerFactory.getLogger(WarmUp.class);
  private static final int CLOSE_SECONDS = 2;

  /** Then everything is compiled, however long the rest of the start takes. */
  private static final int MOST = 8_000;

  private final Settings settings;
  private final Thread thread = new Thread(this::run, "warm-up");
  private volatile boolean enough;
  private volatile int served;

  private WarmUp(Settings settings) {
    this.settings = settings;
  }

  /** Begins; what goes wrong here is nobody's concern. */
  static WarmUp begin(Settings settings) {
    WarmUp warmUp = new WarmUp(settings);
    warmUp.thread.setDaemon(true);
    if (!settings.warmUp().isZero()) warmUp.thread.start();
    return warmUp;
  }

  /** All else is ready: ends it, at the latest after the time it is given and what closing takes. */
  void finish() {
    try {
      thread.join(Math.max(1, settings.warmUp().toMillis()));
      enough = true;
      thread.join(TimeUnit.SECONDS.toMillis(CLOSE_SECONDS));
    } catch (InterruptedException stopped) {
      enough = true;
      Thread.currentThread().interrupt();
    }
  }

  /** Connections served so far. */
  int served() {
    return served;
  }

  private void run() {
    Vertx vertx = Vertx.vertx(options());
    try (Crowd crowd = new Crowd(vertx.eventBus(), serve(vertx))) {
      for (int count = 0; !enough && count < MOST; served = count) count += crowd.visit();
    } catch (Exception failure) {
      log.debug("Not warmed up", failure);
    } finally {
      close(vertx);
    }
    log.debug("Warmed up: connections={}", served);
  }

  private static VertxOptions options() {
    return new VertxOptions()
        .setEventLoopPoolSize(1)
        .setWorkerPoolSize(1)
        .setInternalBlockingPoolSize(1)
        .setPreferNativeTransport(true)
        .setFileSystemOptions(new FileSystemOptions()
            .setFileCachingEnabled(false)
            .setClassPathResolvingEnabled(false));
  }

  /**
   * Deploys what serves readers, of the very classes that the node has.
   *
   * @return the port
   */
  private int serve(Vertx vertx) throws Exception {
    RecordCodec.registerAll(vertx.eventBus(), BusMessage.class);
    PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    // Two in each other, as the global one has the node's within it.
    CompositeMeterRegistry counted = new CompositeMeterRegistry().add(metrics);
    Doors doors = new Doors();
    deploy(
        vertx,
        new DeliveryVerticle(
            settings.delivery(),
            doors,
            new DeliveryReadiness(1).newCrew(),
            new DeliveryCounters(counted)));
    FrontVerticle front = new FrontVerticle(
        new Port("127.0.0.1", 0, Optional.empty(), Verticles.SILENCE),
        new Gate(settings.front(), doors, counted),
        doors,
        new HealthHandler(() -> false, metrics));
    deploy(vertx, front);
    return front.actualPort();
  }

  private static void deploy(Vertx vertx, Deployable verticle) throws Exception {
    vertx.deployVerticle(verticle).await(5, TimeUnit.SECONDS);
  }

  private static void close(Vertx vertx) {
    try {
      vertx.close().await(CLOSE_SECONDS, TimeUnit.SECONDS);
    } catch (Exception stuck) {
      log.debug("Not closed in time", stuck);
    }
  }
}
