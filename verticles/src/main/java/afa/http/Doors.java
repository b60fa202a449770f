package afa.http;

import io.netty.channel.Channel;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who answers which HTTP requests of this node. Shared by its verticles, so that each of them can be
 * stopped and started without closing the port for the others.
 */
public final class Doors {
  private final Map<Thread, Handler<HttpServerRequest>> delivery = new ConcurrentHashMap<>();
  private final Map<Thread, Handler<Channel>> arrivals = new ConcurrentHashMap<>();
  private final Map<Thread, Watch> watches = new ConcurrentHashMap<>();
  private final Map<Door, Handler<HttpServerRequest>> others = new ConcurrentHashMap<>();

  /** Everything but delivery, which is open once on each event loop. */
  public enum Door {
    SITE,
    INGEST,
    COVERAGE,
    CONSOLE
  }

  /**
   * Opens delivery for the connections of the event loop that calls.
   *
   * @param arrived is shown each connection before its first byte
   */
  public void openDelivery(Handler<HttpServerRequest> handler, Handler<Channel> arrived) {
    arrivals.put(Thread.currentThread(), arrived);
    delivery.put(Thread.currentThread(), handler);
  }

  /** Closes it again. */
  public void closeDelivery(Handler<HttpServerRequest> handler) {
    if (delivery.remove(Thread.currentThread(), handler)) arrivals.remove(Thread.currentThread());
  }

  /** A connection has come to the event loop that calls. */
  public void arrived(Channel connection) {
    Handler<Channel> handler = arrivals.get(Thread.currentThread());
    if (handler != null) handler.handle(connection);
  }

  /** Who serves readers on the event loop that calls. */
  public Optional<Handler<HttpServerRequest>> delivery() {
    return Optional.ofNullable(delivery.get(Thread.currentThread()));
  }

  /** Who watches the connections of the event loop that calls. */
  public void watch(Watch watch) {
    watches.put(Thread.currentThread(), watch);
  }

  /** Who watches them, if anybody does. */
  public Optional<Watch> watch() {
    return Optional.ofNullable(watches.get(Thread.currentThread()));
  }

  /**
   * Opens a door, or closes it.
   *
   * @param handler called on the event loop of the connection; null closes the door
   */
  public void set(Door door, Handler<HttpServerRequest> handler) {
    if (handler == null) others.remove(door);
    else others.put(door, handler);
  }

  public Optional<Handler<HttpServerRequest>> behind(Door door) {
    return Optional.ofNullable(others.get(door));
  }
}
