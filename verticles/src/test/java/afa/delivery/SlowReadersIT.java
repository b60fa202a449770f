package afa.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** Readers that take little or late. */
class SlowReadersIT extends NarrowRig {
  @Test
  void everyReaderGetsEveryByteAtItsOwnPace() throws Exception {
    for (int i = 0; i < 24; i++) join(0);
    for (int burst = 0; burst < 12; burst++) {
      for (int i = random.nextInt(8); i >= 0; i--) append(1 + random.nextInt(300));
      if (burst % 6 == 5) append(random.nextInt(200_000));
      for (int round = 0; round < 50; round++) takeRound();
      join(random.nextInt((int) head));
    }
    takeUntil(reader -> reader.last() == head);
    assertThat(counters.streams.get()).isEqualTo(readers.size());
  }

  @Test
  void whoIsFullWhenTheLogBeginsANewLifeFinishesItsUpdateAndStartsOver() throws Exception {
    for (int i = 0; i < PACES.length; i++) join(0);
    for (int i = 0; i < 4; i++) append(30_000);
    for (int i = 0; i < 10; i++) takeRound();
    log.forget();
    await().until(() -> json("head").getLong("head") == 0);
    head = 0;
    lives.add(new ArrayList<>());
    for (int i = 0; i < 10; i++) append(1_000);
    takeUntil(reader -> reader.resets().size() == 1 && reader.last() == head);
  }
}
