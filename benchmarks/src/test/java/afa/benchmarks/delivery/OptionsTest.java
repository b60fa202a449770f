package afa.benchmarks.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

final class OptionsTest {
  private static final Set<String> KNOWN = Set.of("seconds", "peers");

  @Test
  void valuesFollowANameOrAnEqualsSign() {
    assertThat(options("--seconds", "2.5").number("seconds", 10)).isEqualTo(2.5);
    assertThat(options("--peers=nchan,ours").peers("ours")).containsExactly(Peer.NCHAN, Peer.OURS);
    assertThat(options().whole("seconds", 10)).isEqualTo(10);
  }

  @Test
  void mistakesAreSaidInASentence() {
    assertThatThrownBy(() -> options("--second", "3")).hasMessageContaining("--seconds");
    assertThatThrownBy(() -> options("--seconds")).hasMessage("--seconds needs a value");
    assertThatThrownBy(() -> options("--seconds=x").number("seconds", 1))
        .hasMessage("--seconds needs a number, not x");
    assertThatThrownBy(() -> options("--peers=pushpin").peers("ours"))
        .hasMessageContaining("ours,nchan,node,limit");
  }

  @Test
  void aLoadIsReadersTimesRate() {
    assertThat(FanOut.Point.parse("19500x2.5")).isEqualTo(new FanOut.Point(19_500, 2.5));
    assertThat(new FanOut.Point(10_000, 5)).hasToString("10,000 × 5/s");
  }

  private static Options options(String... arguments) {
    return new Options(arguments, KNOWN);
  }
}
