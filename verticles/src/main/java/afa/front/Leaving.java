package afa.front;

import java.util.concurrent.TimeUnit;

/**
 * Whether a node is on its way out, and whether anybody looks: a load balancer asks all the time
 * whether readers may be sent here. Told and asked by any thread.
 */
public final class Leaving {
  /** Load balancers ask every few seconds; some every ten. */
  private static final long LATELY_NANOS = TimeUnit.SECONDS.toNanos(15);

  private volatile long askedNanos = System.nanoTime() - LATELY_NANOS;
  private volatile boolean underWay;

  /** From now on {@code /health/ready} says so. */
  public void begin() {
    underWay = true;
  }

  /** Whether it has begun. */
  public boolean isUnderWay() {
    return underWay;
  }

  void asked() {
    askedNanos = System.nanoTime();
  }

  /** Whether somebody asked lately. */
  public boolean isWatched() {
    return System.nanoTime() - askedNanos < LATELY_NANOS;
  }
}
