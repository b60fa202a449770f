package afa.delivery;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * The deliveries of all event loops that were deployed together, and leave together. What is left of
 * an earlier crew, and ends late, has no say about the next one. Told by the event loops, asked by
 * any thread.
 */
public final class DeliveryCrew {
  /** The store announces every second; some may be late. */
  private static final long LATELY_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final DeliveryReadiness node;
  private final int loops;
  private final Map<Thread, Long> warmAtNanos = new ConcurrentHashMap<>();
  private final Set<Runnable> serving = ConcurrentHashMap.newKeySet();
  private volatile boolean over;

  DeliveryCrew(DeliveryReadiness node, int loops) {
    this.node = node;
    this.loops = loops;
  }

  /**
   * The event loop that calls begins to serve readers, unless its crew was sent away meanwhile.
   *
   * @param sendAway called by any thread, perhaps more than once, when it is to send them away
   * @return whether it may
   */
  boolean begins(Runnable sendAway) {
    serving.add(sendAway);
    if (over) serving.remove(sendAway);
    return !over;
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
  }

  /**
   * All event loops send their readers away now: who left one must not meet another one that is
   * about to do the same.
   */
  void drain() {
    over = true;
    serving.forEach(Runnable::run);
  }

  boolean isBesideOthers() {
    return node.isBesideOthers();
  }

  boolean isDraining() {
    return over && !serving.isEmpty();
  }

  boolean isReady() {
    long now = System.nanoTime();
    return warmAtNanos.size() == loops
        && warmAtNanos.values().stream().allMatch(at -> now - at < LATELY_NANOS);
  }
}
