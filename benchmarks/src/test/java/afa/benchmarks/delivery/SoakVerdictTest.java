package afa.benchmarks.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SoakVerdictTest {
  @Test
  void flatMemoryAndNoFaultsPass() {
    assertThat(verdict(samples(300, 300, 305), Tally.Faults.NONE, 42).passed()).isTrue();
  }

  @Test
  void whatOnlyGrowsAtTheBeginningIsNoLeak() {
    assertThat(verdict(samples(100, 300, 300), Tally.Faults.NONE, 42).passed()).isTrue();
  }

  @Test
  void growingMemoryFails() {
    SoakVerdict verdict = verdict(samples(300, 400, 500), Tally.Faults.NONE, 42);
    assertThat(verdict.passed()).isFalse();
    assertThat(verdict.text())
        .contains("FAIL  PSS, median: 400 MB in the middle third, 500 MB in the last")
        .endsWith("verdict: FAILED\n");
  }

  @Test
  void aDescriptorThatStaysFails() {
    assertThat(verdict(samples(300, 300, 300), Tally.Faults.NONE, 90).passed()).isFalse();
  }

  @Test
  void aLossFails() {
    Tally.Faults lost = new Tally.Faults(1, 0, 0, 0, 0);
    assertThat(verdict(samples(300, 300, 300), lost, 42).text()).contains("FAIL  lost: 1");
  }

  @Test
  void toBeLeftByTheServerIsNoFault() {
    Tally.Faults closed = new Tally.Faults(0, 0, 0, 0, 9);
    assertThat(verdict(samples(300, 300, 300), closed, 42).passed()).isTrue();
  }

  @Test
  void tooFewSamplesSayNothing() {
    assertThat(verdict(List.of(), Tally.Faults.NONE, 42).passed()).isFalse();
  }

  private static SoakVerdict verdict(
      List<SoakVerdict.Sample> samples, Tally.Faults faults, int descriptorsAfter) {
    return new SoakVerdict(samples, faults, 40, descriptorsAfter);
  }

  private static List<SoakVerdict.Sample> samples(double... thirds) {
    List<SoakVerdict.Sample> samples = new ArrayList<>();
    for (double megabytes : thirds) {
      for (int i = 0; i < 3; i++) samples.add(new SoakVerdict.Sample(megabytes, 50 + i, 5_000));
    }
    return samples;
  }
}
