package afa.front;

import afa.bus.Pulse;
import afa.http.Doors;
import afa.http.EventPath;
import io.netty.channel.Channel;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The port of a node on one event loop: takes connections and passes each request to the verticle
 * that answers it. Routes by hand, as a router keeps a context for every open stream.
 */
public final class FrontVerticle extends VerticleBase {
  private static final Logger log = LoggerFactory.getLogger(FrontVerticle.class);

  private static final int GRACE_SECONDS = 1;

  private final Port port;
  private final Gate gate;
  private final Doors doors;
  private final HealthHandler health;
  private Pulse pulse = new Pulse();
  private Visits visits;
  private HttpServer server;

  /**
   * @param gate shared by all event loops of the node, as are the doors
   */
  public FrontVerticle(Port port, Gate gate, Doors doors, HealthHandler health) {
    this.port = port;
    this.gate = gate;
    this.doors = doors;
    this.health = health;
  }

  @Override
  public Future<?> start() {
    pulse = Pulse.here();
    visits = new Visits(gate.config().patience(), gate.counters());
    gate.open(visits, port.tls().isEmpty());
    doors.watch(visits);
    vertx.setPeriodic(visits.sweepMillis(), tick -> visits.sweep());
    server = vertx
        .createHttpServer(port.options(gate.config(), vertx.isNativeTransportEnabled()))
        .connectionHandler(this::connected)
        .exceptionHandler(failure -> gate.counters().failed.increment())
        .invalidRequestHandler(this::refuse)
        .requestHandler(this::handle);
    port.tls().ifPresent(this::renew);
    return server.listen().compose(bound -> knock());
  }

  /** All event loops share what is shown, so one of them looks after it. */
  private void renew(TlsPair shown) {
    Renewal renewal = new Renewal(
        vertx,
        shown,
        pair -> port.showing(pair).options(gate.config(), true).getSslOptions(),
        server);
    vertx.setPeriodic(Renewal.EVERY.toMillis(), tick -> {
      if (gate.isFirst()) renewal.look();
    });
  }

  /** Where it listens once it is deployed, when the system was to choose. */
  public int actualPort() {
    return server.actualPort();
  }

  private Future<Void> knock() {
    if (gate.stands()) return Future.succeededFuture();
    return Knock.at(vertx, port.at(actualPort())).recover(failure -> {
      log.warn("Connections are not counted before the first request", failure);
      return Future.succeededFuture();
    });
  }

  /** What is in progress may end; all other connections are closed, those of HTTP/2 by GOAWAY. */
  @Override
  public Future<?> stop() {
    gate.close();
    return server.shutdown(GRACE_SECONDS, TimeUnit.SECONDS);
  }

  /** Told once the first request is here, or the TLS handshake is over. */
  private void connected(HttpConnection connection) {
    Channel channel = Visits.channel(connection);
    gate.standWhereCame(channel);
    visits.arrived(channel); // those who were here before the gate stood
  }

  private void refuse(HttpServerRequest request) {
    gate.counters().bad.increment();
    HttpServerRequest.DEFAULT_INVALID_REQUEST_HANDLER.handle(
        request); // 400, 414 or 431, and closes
  }

  private void handle(HttpServerRequest request) {
    visits.asked(request);
    pulse.worked(1);
    String path = request.path();
    Optional<EventPath> feed = EventPath.parse(path);
    if (feed.isPresent() && feed.get().isCoverage()) {
      pass(doors.behind(Doors.Door.COVERAGE), request);
    } else if (feed.isPresent() && HttpMethod.POST.equals(request.method())) {
      pass(doors.behind(Doors.Door.INGEST), request);
    } else if (feed.isPresent()) {
      pass(doors.delivery(), request);
    } else if (!health.handle(path, request)) {
      pass(doors.behind(isConsole(path) ? Doors.Door.CONSOLE : Doors.Door.SITE), request);
    }
  }

  private static boolean isConsole(@Nullable String path) {
    return path != null && (path.equals("/console") || path.startsWith("/console/"));
  }

  private static void pass(Optional<Handler<HttpServerRequest>> door, HttpServerRequest request) {
    door.ifPresentOrElse(open -> open.handle(request), () -> ClosedDoor.answer(request));
  }
}
