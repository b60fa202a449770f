package afa.benchmarks.delivery;

/**
 * How long things are measured.
 *
 * @param seconds of each run
 * @param warmSeconds of load before the first run at a server, so that a JVM has compiled
 * @param worstMinutes of the search for the worst delay
 */
record Settings(double seconds, double warmSeconds, double worstMinutes) {
  /** At the beginning of each run, for readers that were connected a moment ago. */
  static final double SETTLE_SECONDS = 2;
}
