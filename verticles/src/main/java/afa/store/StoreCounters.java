package afa.store;

import afa.message.Appended;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;

/**
 * What the store was asked to take; {@code asked = added + revised + known} for each source.
 * Retractions are counted when they took something away. Posts are {@code unplaced} only where there
 * is a schedule.
 */
final class StoreCounters {
  // From the start, as whoever watches it must tell "never" from "not known".
  private final Counter refused = Counter.builder("afa.store.refused")
      .description("Requests refused as too much waited for Redis")
      .register(Metrics.globalRegistry);

  void appended(String source, Appended answer) {
    count("asked", source, answer.numbers().size());
    count("added", source, answer.added());
    count("revised", source, answer.revised());
    count("known", source, answer.numbers().size() - answer.added() - answer.revised());
    count("retracted", source, answer.retracted());
  }

  /** A request came while too much waited already. */
  void refused() {
    refused.increment();
  }

  /** Posts went in without a place, as they could not be placed, or not in time. */
  void unplaced(String why, int posts) {
    Metrics.counter("afa.store.unplaced", "why", why).increment(posts);
  }

  private static void count(String what, String source, int posts) {
    Metrics.counter("afa.store." + what, "source", source).increment(posts);
  }
}
