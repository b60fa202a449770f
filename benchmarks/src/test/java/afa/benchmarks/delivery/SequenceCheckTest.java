package afa.benchmarks.delivery;

import static afa.benchmarks.delivery.SequenceCheck.Verdict.AFTER_GAP;
import static afa.benchmarks.delivery.SequenceCheck.Verdict.DOUBLED;
import static afa.benchmarks.delivery.SequenceCheck.Verdict.LATE;
import static afa.benchmarks.delivery.SequenceCheck.Verdict.NEXT;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SequenceCheckTest {
  private final SequenceCheck check = new SequenceCheck();

  @Test
  void whatFollowsIsFine() {
    check.startAfter(41);
    assertThat(check.see(42)).isEqualTo(NEXT);
    assertThat(check.see(43)).isEqualTo(NEXT);
    assertThat(check.highest()).isEqualTo(43);
  }

  @Test
  void whatCameBeforeTheRunIsDoubled() {
    check.startAfter(41);
    assertThat(check.see(41)).isEqualTo(DOUBLED);
    assertThat(check.see(1)).isEqualTo(DOUBLED);
  }

  @Test
  void aGapIsFilledOnce() {
    check.startAfter(0);
    assertThat(check.see(3)).isEqualTo(AFTER_GAP);
    assertThat(check.see(2)).isEqualTo(LATE);
    assertThat(check.see(2)).isEqualTo(DOUBLED);
    assertThat(check.see(4)).isEqualTo(NEXT);
  }

  @Test
  void aGapWiderThanTheWindowIsAGap() {
    check.startAfter(0);
    assertThat(check.see(1_000)).isEqualTo(AFTER_GAP);
    assertThat(check.see(999)).isEqualTo(LATE);
    assertThat(check.see(900)).isEqualTo(DOUBLED);
  }
}
