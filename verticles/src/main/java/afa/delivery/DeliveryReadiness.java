package afa.delivery;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Whether readers may be sent to this node: each event loop heard of the logs lately and has their
 * tails, and none sends its readers away. Told by the event loops, asked by any thread.
 */
public final class DeliveryReadiness {
  /** The store announces every second; some may be late. */
  private static final long LATELY_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final int loops;
  private final Map<Thread, Long> warmAtNanos = new ConcurrentHashMap<>();
  private final Set<Runnable> serving = ConcurrentHashMap.newKeySet();
  private volatile boolean draining;
  private volatile boolean toOthers;

  /**
   * @param loops event loops that serve readers
   */
  public DeliveryReadiness(int loops) {
    this.loops = loops;
  }

  /**
   * The event loop that calls begins to serve readers.
   *
   * @param sendAway called by any thread, perhaps more than once, when it is to send them away
   */
  void begins(Runnable sendAway) {
    serving.add(sendAway);
  }

  /** The event loop that calls has all that was announced. */
  void isWarm() {
    warmAtNanos.put(Thread.currentThread(), System.nanoTime());
  }

  /** The event loop that calls takes no readers any more. */
  void isClosed() {
    warmAtNanos.remove(Thread.currentThread());
  }

  /** That event loop has no readers any more. */
  void isGone(Runnable sendAway) {
    serving.remove(sendAway);
    if (serving.isEmpty()) draining = false;
  }

  /**
   * All event loops send their readers away now: who left one must not meet another one that is
   * about to do the same.
   */
  void drain() {
    draining = true;
    serving.forEach(Runnable::run);
  }

  /** The node ends, and there are others that readers may go to. */
  public void endsBesideOthers() {
    toOthers = true;
  }

  boolean isBesideOthers() {
    return toOthers;
  }

  /** Whether readers are being sent away. */
  public boolean isDraining() {
    return draining;
  }

  public boolean isReady() {
    long now = System.nanoTime();
    return warmAtNanos.size() == loops
        && warmAtNanos.values().stream().allMatch(at -> now - at < LATELY_NANOS);
  }
}
