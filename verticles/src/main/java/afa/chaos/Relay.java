package afa.chaos;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** A TCP port that passes everything on to another one, until its connections are cut. */
final class Relay {
  private final NetClient client;
  private final int target;
  private final UnaryOperator<Buffer> onTheWayBack;
  private final Set<NetSocket> open = ConcurrentHashMap.newKeySet(); // both ends of each
  private int port;

  private Relay(Vertx vertx, int target, UnaryOperator<Buffer> onTheWayBack) {
    this.client = vertx.createNetClient();
    this.target = target;
    this.onTheWayBack = onTheWayBack;
  }

  /** A free port of loopback that leads to {@code target}. */
  static Relay to(Vertx vertx, int target) throws Exception {
    return to(vertx, target, UnaryOperator.identity());
  }

  /**
   * The same.
   *
   * @param onTheWayBack may change what the target says
   */
  static Relay to(Vertx vertx, int target, UnaryOperator<Buffer> onTheWayBack) throws Exception {
    Relay relay = new Relay(vertx, target, onTheWayBack);
    relay.port = vertx
        .createNetServer()
        .connectHandler(relay::accept)
        .listen(0, "127.0.0.1")
        .await(5, TimeUnit.SECONDS)
        .actualPort();
    return relay;
  }

  int port() {
    return port;
  }

  /** Ends all connections without a word. */
  void cut() {
    Set.copyOf(open).forEach(NetSocket::close);
  }

  private void accept(NetSocket caller) {
    caller.pause();
    client
        .connect(target, "127.0.0.1")
        .onSuccess(answering -> {
          pass(caller, answering, UnaryOperator.identity());
          pass(answering, caller, onTheWayBack);
          caller.resume();
        })
        .onFailure(nobody -> caller.close());
  }

  private void pass(NetSocket from, NetSocket to, UnaryOperator<Buffer> change) {
    open.add(from);
    from.exceptionHandler(broken -> from.close());
    from.closeHandler(closed -> {
      open.remove(from);
      to.close();
    });
    from.handler(bytes -> {
      to.write(change.apply(bytes));
      if (!to.writeQueueFull()) return;
      from.pause();
      to.drainHandler(drained -> from.resume());
    });
  }
}
