package afa.bus;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.shareddata.Lock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The one in the cluster: waits until nobody else holds the lock of that name, then keeps it until
 * it is released or this node leaves the cluster. In a cluster of one it is held at once.
 *
 * <p>A node that was paused for long may still believe that it is the owner while another one has
 * taken over; whoever they both write to must tell them apart, not this class.
 */
public final class Ownership {
  /** An attempt occupies a thread of the worker pool for this long. */
  private static final Duration PATIENCE = Duration.ofMillis(200);

  /** Between two attempts on average; an owner's end is noticed within twice this. */
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Vertx vertx;
  private final String name;
  private final Promise<Void> owned = Promise.promise();
  private @Nullable Lock lock;
  private boolean released;

  /**
   * @param name of the lock, the same on all nodes
   */
  public Ownership(Vertx vertx, String name) {
    this.vertx = vertx;
    this.name = name;
  }

  /** Completes once this node is the owner, however long that takes; never fails. */
  public Future<Void> own() {
    attempt();
    return owned.future();
  }

  /** Lets another node have it; to be called once, also while still waiting. */
  public void release() {
    released = true;
    if (lock != null) lock.release();
    lock = null;
  }

  private void attempt() {
    vertx
        .sharedData()
        .getLockWithTimeout(name, PATIENCE.toMillis())
        .onSuccess(this::keep)
        // Somebody else's, or the cluster is not to be reached: both pass.
        .onFailure(notNow -> vertx.setTimer(pauseMillis(), timer -> {
          if (!released) attempt();
        }));
  }

  private static long pauseMillis() {
    return pause(ThreadLocalRandom.current().nextDouble()).toMillis();
  }

  /**
   * Nodes that lost their owner at the same moment would otherwise ask at the same moments for ever.
   *
   * @param random from 0 (inclusive) to 1 (exclusive)
   */
  static Duration pause(double random) {
    return Duration.ofMillis((long) (PAUSE.toMillis() * (0.5 + random)));
  }

  private void keep(Lock acquired) {
    if (released) {
      acquired.release();
      return;
    }
    lock = acquired;
    owned.complete();
  }
}
