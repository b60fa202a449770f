package afa.front;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import java.util.concurrent.TimeUnit;

/**
 * The first visit to a port that just opened, by ourselves: Vert.x shows a listening socket only as
 * the parent of a connection that asked something.
 */
final class Knock {
  private Knock() {}

  /** Completes when the visit is over. */
  static Future<Void> at(Vertx vertx, Port port) {
    NetClientOptions options = new NetClientOptions()
        .setSsl(port.tls().isPresent())
        .setTrustAll(true) // of our own certificate only the other half is here
        .setHostnameVerificationAlgorithm("");
    NetClient client = vertx.createNetClient(options);
    return client
        .connect(port.number(), port.host())
        .compose(Knock::ask)
        .timeout(5, TimeUnit.SECONDS)
        .eventually(client::close);
  }

  private static Future<Void> ask(NetSocket socket) {
    Future<Void> answered = Future.future(promise -> socket.closeHandler(promise::complete));
    return socket
        .write("GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        .compose(asked -> answered);
  }
}
