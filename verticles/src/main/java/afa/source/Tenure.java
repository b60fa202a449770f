package afa.source;

import afa.bus.BusFailure;
import afa.message.Addresses;
import afa.message.AppendPosts;
import afa.message.Appended;
import afa.message.Fence;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The time in which this node owns a network of an event. All that is written meanwhile bears its
 * number; it is over when the store refuses that as another node has a higher one. On one event loop.
 */
public final class Tenure {
  private static final Logger log = LoggerFactory.getLogger(Tenure.class);

  private final Vertx vertx;
  private final String event;
  private final Fence fence;
  private final Runnable over;
  private boolean isOver;

  /**
   * @param fence what the store gave this owner
   * @param over called once, when another node has taken over
   */
  public Tenure(Vertx vertx, String event, Fence fence, Runnable over) {
    this.vertx = vertx;
    this.event = event;
    this.fence = fence;
    this.over = over;
  }

  /** Asks the store, as the owner; {@link #isOver} is known before those who wait for the answer. */
  public Future<Appended> append(AppendPosts request) {
    return Addresses.APPEND.call(vertx.eventBus(), request.by(fence)).onFailure(failure -> {
      if (isSuperseded(failure)) end(failure);
    });
  }

  private static boolean isSuperseded(Throwable failure) {
    return failure instanceof BusFailure told && told.kind() == BusFailure.Kind.SUPERSEDED;
  }

  private void end(Throwable refusal) {
    if (isOver) return;
    isOver = true;
    log.warn("Another node has taken over, so this one stands by again: {}", refusal.getMessage());
    over.run();
  }

  /** Whether nothing is taken any more. */
  public boolean isOver() {
    return isOver;
  }

  public Vertx vertx() {
    return vertx;
  }

  public String event() {
    return event;
  }
}
