package afa.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who answers which HTTP requests of this node. The one thing that verticles of a node share: it
 * lets each of them be stopped and started without closing the port for the others.
 */
public final class Doors {
  private final Map<Thread, Handler<HttpServerRequest>> delivery = new ConcurrentHashMap<>();
  private final Map<Thread, Handler<HttpServerRequest>> watches = new ConcurrentHashMap<>();
  private final Map<Door, Handler<HttpServerRequest>> others = new ConcurrentHashMap<>();

  /** Everything but delivery, which is open once on each event loop. */
  public enum Door {
    SITE,
    INGEST,
    COVERAGE
  }

  /** Opens delivery for the connections of the event loop that calls. */
  public void openDelivery(Handler<HttpServerRequest> handler) {
    delivery.put(Thread.currentThread(), handler);
  }

  /** Closes it again. */
  public void closeDelivery(Handler<HttpServerRequest> handler) {
    delivery.remove(Thread.currentThread(), handler);
  }

  /** Who serves readers on the event loop that calls. */
  public Optional<Handler<HttpServerRequest>> delivery() {
    return Optional.ofNullable(delivery.get(Thread.currentThread()));
  }

  /** Whom to tell when a connection of the event loop that calls is taken over. */
  public void onTakeOver(Handler<HttpServerRequest> watch) {
    watches.put(Thread.currentThread(), watch);
  }

  /**
   * Whoever answers this request keeps its connection from now on: the port watches and closes it no
   * more. To be called on its event loop, once, before it is detached from Vert.x.
   */
  public void takeOver(HttpServerRequest request) {
    Handler<HttpServerRequest> watch = watches.get(Thread.currentThread());
    if (watch != null) watch.handle(request);
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
