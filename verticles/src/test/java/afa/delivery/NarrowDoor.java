package afa.delivery;

import afa.http.Doors;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;

/** A second port, whose sockets hold so little that they are full after some kilobytes. */
final class NarrowDoor extends VerticleBase {
  private final Doors doors;
  private HttpServer server;

  NarrowDoor(Doors doors) {
    this.doors = doors;
  }

  int port() {
    return server.actualPort();
  }

  @Override
  public Future<?> start() {
    HttpServerOptions options = new HttpServerOptions()
        .setHost("127.0.0.1")
        .setPort(0)
        .setAcceptBacklog(4_096)
        .setSendBufferSize(4_096)
        .setStrictThreadMode(true)
        .setTcpNoDelay(true);
    server = vertx
        .createHttpServer(options)
        .requestHandler(request -> doors.delivery().orElseThrow().handle(request));
    return server.listen();
  }

  @Override
  public Future<?> stop() {
    return server.close();
  }
}
