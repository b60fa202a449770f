package afa.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

final class FarewellTest {
  private final Ring<Guest> ring = new Ring<>();
  private final Ring<Guest> other = new Ring<>();
  private final Queue<Runnable> later = new ArrayDeque<>();
  private int told;

  private static final class Guest extends Ring.Member<Guest> {}

  private Future<Void> begin() {
    return new Farewell<>(List.of(ring, other), later::add, this::goodbye).begin();
  }

  private void goodbye(Guest guest) {
    told++;
    (guest.isIn(ring) ? ring : other).remove(guest);
  }

  @Test
  void whereNobodyIsItIsOverAtOnce() {
    assertThat(begin().isComplete()).isTrue();
    assertThat(later).isEmpty();
  }

  @Test
  void manyAreToldSomeAtATimeAndEachOnce() {
    for (int i = 0; i < 1_000; i++) (i % 3 == 0 ? ring : other).add(new Guest());
    Future<Void> over = begin();
    assertThat(told).isEqualTo(256);
    while (!later.isEmpty()) later.remove().run();
    assertThat(over.isComplete()).isTrue();
    assertThat(told).isEqualTo(1_000);
  }

  @Test
  void whoLeavesByHimselfIsNotWaitedFor() {
    for (int i = 0; i < 300; i++) ring.add(new Guest());
    Future<Void> over = begin();
    while (ring.size() > 0) ring.remove(ring.take());
    later.remove().run();
    assertThat(over.isComplete()).isTrue();
    assertThat(told).isEqualTo(256);
  }
}
