package afa.front;

import static java.util.concurrent.TimeUnit.SECONDS;

import afa.http.Doors;
import afa.servers.FreePort;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;

/**
 * A port of one event loop with doors of our own behind it: {@code stream} stays open, {@code updates}
 * waits for {@link #answerAll}, {@code head} is a page of 32 MB, and a POST is answered by its length.
 */
abstract class FrontRig {
  static final Duration PATIENCE = Duration.ofMillis(200);
  static final Duration SILENCE = Duration.ofSeconds(3);
  static final String FEED = "/events/aea2026/";

  static {
    Metrics.addRegistry(new SimpleMeterRegistry()); // without any, counters count nothing
  }

  final int port = FreePort.find();
  final Doors doors = new Doors();
  final Queue<HttpServerRequest> waiting = new ArrayDeque<>();
  final Queue<HttpServerRequest> streams = new ArrayDeque<>();
  Vertx vertx;
  Gate gate;
  FrontCounters counters;
  private Delivery delivery;
  private boolean answering;

  /** Starts listening. */
  void listen(FrontConfig config) throws Exception {
    vertx = Vertx.builder()
        .with(new VertxOptions().setEventLoopPoolSize(1).setPreferNativeTransport(true))
        .build();
    gate = new Gate(config, doors);
    counters = gate.counters();
    delivery = new Delivery();
    vertx.deployVerticle(delivery).await(30, SECONDS);
    doors.set(Doors.Door.INGEST, FrontRig::take);
    HealthHandler health =
        new HealthHandler(() -> true, new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
    Port listening = new Port("127.0.0.1", port, Optional.empty(), SILENCE);
    vertx.deployVerticle(new FrontVerticle(listening, gate, doors, health)).await(30, SECONDS);
  }

  @AfterEach
  void stop() throws Exception {
    for (String id : vertx.deploymentIDs()) vertx.undeploy(id).await(30, SECONDS);
    vertx.close().await(30, SECONDS);
  }

  /** A connection by a plain socket. */
  RawConnection connect() {
    try {
      return RawConnection.to(port);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Runs a step on the event loop. */
  <T> T onLoop(Callable<T> step) throws Exception {
    return delivery.run(step).await(30, SECONDS);
  }

  /** Answers whoever waits, and from now on everybody at once. */
  void answerAll() throws Exception {
    onLoop(() -> {
      answering = true;
      while (!waiting.isEmpty()) waiting.remove().response().end("answered");
      return null;
    });
  }

  int watched() throws Exception {
    return onLoop(() -> gate.here().size());
  }

  private static void take(HttpServerRequest request) {
    request
        .body()
        .onSuccess(body -> request.response().end("length " + body.length()))
        .onFailure(cut -> {});
  }

  private final class Delivery extends VerticleBase {
    @Override
    public Future<?> start() {
      doors.openDelivery(this::handle, arrived -> {});
      return Future.succeededFuture();
    }

    <T> Future<T> run(Callable<T> step) {
      return Future.future(promise -> context.runOnContext(here -> {
        try {
          promise.complete(step.call());
        } catch (Exception failure) {
          promise.fail(failure);
        }
      }));
    }

    private void handle(HttpServerRequest request) {
      if (request.path().endsWith("/stream")) {
        streams.add(request);
        request.response().setChunked(true).write("open\n");
      } else if (request.path().endsWith("/updates")) {
        if (answering) request.response().end("answered");
        else waiting.add(request);
      } else {
        request.response().end(Buffer.buffer(new byte[32 << 20]));
      }
    }
  }
}
