package afa.benchmarks.delivery;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waiting on the clock. */
final class Pause {
  private Pause() {}

  static void millis(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", interrupted);
    }
  }

  /** Waits until something holds; returns whether it did in time. */
  static boolean until(double seconds, BooleanSupplier holds) {
    long deadline = System.nanoTime() + (long) (seconds * TimeUnit.SECONDS.toNanos(1));
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > deadline) return false;
      millis(20);
    }
    return true;
  }
}
