package afa.delivery;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Whether readers may be sent to this node: each event loop heard of the logs lately and has their
 * tails. Told by the event loops, asked by any thread.
 */
public final class DeliveryReadiness {
  /** The store announces every second; some may be late. */
  private static final long LATELY_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final int loops;
  private final Map<Thread, Long> warmAtNanos = new ConcurrentHashMap<>();

  /**
   * @param loops event loops that serve readers
   */
  public DeliveryReadiness(int loops) {
    this.loops = loops;
  }

  /** The event loop that calls has all that was announced. */
  void isWarm() {
    warmAtNanos.put(Thread.currentThread(), System.nanoTime());
  }

  /** The event loop that calls serves readers no more. */
  void isGone() {
    warmAtNanos.remove(Thread.currentThread());
  }

  public boolean isReady() {
    long now = System.nanoTime();
    return warmAtNanos.size() == loops
        && warmAtNanos.values().stream().allMatch(at -> now - at < LATELY_NANOS);
  }
}
