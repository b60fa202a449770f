package afa.benchmarks.delivery;

/** The client's clock, which publisher and readers share. */
final class Clock {
  private static final long START = System.nanoTime();

  private Clock() {}

  /** Microseconds since the client began. */
  static long micros() {
    return (System.nanoTime() - START) / 1_000;
  }
}
