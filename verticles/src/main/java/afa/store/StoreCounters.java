package afa.store;

import afa.message.Appended;
import io.micrometer.core.instrument.Metrics;

/** What the store was asked to append; {@code asked = added + known} for each source. */
final class StoreCounters {

  void appended(String source, Appended answer) {
    count("asked", source, answer.numbers().size());
    count("added", source, answer.added());
    count("known", source, answer.numbers().size() - answer.added());
  }

  private static void count(String what, String source, int posts) {
    Metrics.counter("afa.store." + what, "source", source).increment(posts);
  }
}
