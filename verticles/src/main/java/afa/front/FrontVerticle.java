package afa.front;

import afa.http.Doors;
import afa.http.EventPath;
import afa.http.Problem;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/**
 * The port of a node on one event loop: takes connections and passes each request to the verticle
 * that answers it. Routes by hand, as a router keeps a context for every open stream.
 */
public final class FrontVerticle extends VerticleBase {
  private final String host;
  private final int port;
  private final Doors doors;
  private final HealthHandler health;
  private HttpServer server;

  public FrontVerticle(String host, int port, Doors doors, HealthHandler health) {
    this.host = host;
    this.port = port;
    this.doors = doors;
    this.health = health;
  }

  @Override
  public Future<?> start() {
    HttpServerOptions options = new HttpServerOptions()
        .setHost(host)
        .setPort(port)
        .setAcceptBacklog(16_384)
        .setTcpNoDelay(true)
        // One queue a connection that only its own event loop touches: 4.7 KB a reader less.
        .setStrictThreadMode(true)
        .setIdleTimeout(0) // a stream may have nothing to say, and the heartbeat finds dead ones
        .setHandle100ContinueAutomatically(true);
    server = vertx.createHttpServer(options).requestHandler(this::handle);
    return server.listen();
  }

  @Override
  public Future<?> stop() {
    return server.close();
  }

  private void handle(HttpServerRequest request) {
    String path = request.path();
    Optional<EventPath> feed = EventPath.parse(path);
    if (feed.isPresent() && HttpMethod.POST.equals(request.method())) {
      pass(doors.behind(Doors.Door.INGEST), request);
    } else if (feed.isPresent()) {
      pass(doors.delivery(), request);
    } else if (!health.handle(path, request)) {
      pass(doors.behind(Doors.Door.SITE), request);
    }
  }

  private static void pass(Optional<Handler<HttpServerRequest>> door, HttpServerRequest request) {
    door.ifPresentOrElse(open -> open.handle(request), () -> Problem.unavailable(
            "this node does not answer such requests now")
        .send(request.response(), 2));
  }
}
