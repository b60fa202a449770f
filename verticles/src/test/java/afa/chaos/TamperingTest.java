package afa.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class TamperingTest {
  private static final String ONE = "1f\r\nid: e.1\ndata: {\"n\":1}\n\n\r\n";
  private static final String TWO = "20\r\nid: e.2\ndata: {\"n\":22}\n\n\r\n";

  @Test
  void anUpdateIsLeftOutDoubledOrExchanged() {
    assertThat(tampered(Bug.LOSE)).isEqualTo(TWO + ONE);
    assertThat(tampered(Bug.DOUBLE)).isEqualTo(ONE + ONE + TWO + ONE);
    assertThat(tampered(Bug.SWAP)).isEqualTo(TWO + ONE + ONE);
  }

  @Test
  void whatIsNoUpdateAndWhatComesBeforeItsTurnPassesAsItIs() {
    Tampering tampering = new Tampering(List.of(Bug.LOSE), 2);
    for (String piece : List.of(":\n\n", ONE.substring(3), ONE)) {
      assertThat(tampering.apply(Buffer.buffer(piece)).toString()).isEqualTo(piece);
    }
    assertThat(tampering.apply(Buffer.buffer(ONE)).length()).isZero();
  }

  @Test
  void withoutABugNothingIsTouched() {
    Tampering tampering = new Tampering(List.of(Bug.FORGET), 1);
    assertThat(tampering.apply(Buffer.buffer(ONE)).toString()).isEqualTo(ONE);
  }

  private static String tampered(Bug bug) {
    return new Tampering(List.of(bug), 1).apply(Buffer.buffer(ONE + TWO + ONE)).toString();
  }
}
