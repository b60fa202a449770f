package afa.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Streams against a model, by chance: what a seed found stays reproducible by it. */
final class StreamsModelTest {
  private static final int SEEDS = 12;
  private static final int EVENTS = 1_500;

  @Test
  void everyReaderGetsEveryUpdateOnceAndInOrderWhateverHappens() {
    for (long seed = 1; seed <= SEEDS; seed++) run(seed);
  }

  private static void run(long seed) {
    StreamsModel model = new StreamsModel(seed);
    try {
      for (int i = 0; i < EVENTS; i++) {
        model.happen();
        if (i % 300 != 299) continue;
        model.settle();
        model.check();
      }
      assertThat(model.open()).isNotEmpty();
      assertThat(model.sentAway()).isLessThan(0.75);
    } catch (RuntimeException | AssertionError wrong) {
      throw new AssertionError("seed " + seed + ": " + wrong, wrong);
    }
  }
}
