package afa.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class RingTest {
  private final Ring<Seat> ring = new Ring<>();

  private static final class Seat extends Ring.Member<Seat> {
    private final int number;
    private int missed; // turns of the others since it was owed one

    Seat(int number) {
      this.number = number;
    }
  }

  @Test
  void whoeverIsOwedATurnHasItBeforeAnybodyHasTwo() {
    add(1, 4);
    ring.wake();
    assertThat(turns(2)).containsExactly(1, 2);
    ring.wake();
    assertThat(turns(4)).containsExactly(3, 4, 1, 2);
    assertThat(ring.isOwed()).isFalse();
  }

  @Test
  void whoComesIsLast() {
    add(1, 2);
    ring.wake();
    turns(1);
    add(3, 3);
    ring.wake();
    assertThat(turns(3)).containsExactly(2, 1, 3);
  }

  @Test
  void whoLeavesBeforeItsTurnIsPassedOver() {
    List<Seat> seats = add(1, 3);
    ring.wake();
    ring.remove(seats.get(0));
    assertThat(turns(2)).containsExactly(2, 3);
    ring.remove(seats.get(1));
    ring.remove(seats.get(2));
    assertThat(ring.isOwed()).isFalse();
    assertThat(ring.size()).isZero();
    assertThat(seats).noneMatch(Ring.Member::isPlaced);
  }

  @Test
  void everybodyMayLeaveWhileAllAreAsked() {
    List<Integer> asked = new ArrayList<>();
    add(1, 5);
    ring.forEach(seat -> {
      asked.add(seat.number);
      if (seat.number != 3) ring.remove(seat);
    });
    assertThat(asked).containsExactly(1, 2, 3, 4, 5);
    assertThat(ring.size()).isEqualTo(1);
  }

  @Test
  void nobodyWaitsLongerThanAllOthersTogether() {
    Random random = new Random(4);
    List<Seat> here = add(1, 5);
    for (int i = 0; i < 20_000; i++) {
      if (random.nextInt(4) == 0) here.addAll(add(i, i));
      if (random.nextInt(4) == 0 && !here.isEmpty()) {
        ring.remove(here.remove(random.nextInt(here.size())));
      }
      assertThat(ring.size()).isEqualTo(here.size());
      ring.wake();
      if (!ring.isOwed()) continue;
      Seat turn = ring.take();
      here.forEach(seat -> seat.missed++);
      turn.missed = 0;
      assertThat(here).contains(turn).allMatch(seat -> seat.missed <= 100 + here.size());
    }
  }

  private List<Seat> add(int first, int last) {
    List<Seat> added = new ArrayList<>();
    for (int n = first; n <= last; n++) added.add(new Seat(n));
    added.forEach(ring::add);
    return added;
  }

  private List<Integer> turns(int count) {
    List<Integer> turns = new ArrayList<>();
    for (int i = 0; i < count; i++) turns.add(ring.take().number);
    return turns;
  }
}
