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
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The port of a node on one event loop: takes connections and passes each request to the verticle
 * that answers it. Routes by hand, as a router keeps a context for every open stream.
 */
public final class FrontVerticle extends VerticleBase {
  private final String host;
  private final int port;
  private final Duration idle;
  private final Doors doors;
  private final HealthHandler health;
  private HttpServer server;

  /**
   * @param idle a connection on which nothing moves for this long is closed: more than a heartbeat
   *     and than the longest wait of a poll, so that only the dead and those who never read are hit
   */
  public FrontVerticle(String host, int port, Duration idle, Doors doors, HealthHandler health) {
    this.host = host;
    this.port = port;
    this.idle = idle;
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
        .setIdleTimeout((int) idle.toMillis())
        .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
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
    if (feed.isPresent() && feed.get().isCoverage()) {
      pass(doors.behind(Doors.Door.COVERAGE), request);
    } else if (feed.isPresent() && HttpMethod.POST.equals(request.method())) {
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
