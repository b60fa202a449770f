package afa.console;

import static afa.console.Reports.node;
import static afa.console.Reports.verticle;
import static afa.console.Reports.vitals;
import static org.assertj.core.api.Assertions.assertThat;

import afa.message.NodeReported;
import afa.message.VerticleState;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BoardTest {
  private static final NodeReported A = node("a", verticle("store", VerticleState.RUNNING));

  private final Board board = new Board();

  @Test
  void ofANodeThatIsNotHeardForThreeSecondsAllIsUnknownAndTheLastDataStay() {
    board.heard(A, 1_000);
    assertThat(state(4_000)).isEqualTo(VerticleState.RUNNING);
    NodeView silent = board.node("a", 4_001).orElseThrow();
    assertThat(silent.heard()).isFalse();
    assertThat(state(4_001)).isEqualTo(VerticleState.UNKNOWN);
    assertThat(silent.verticles().get(0).work()).isEqualTo(7);
    board.heard(A, 9_000);
    assertThat(state(9_000)).isEqualTo(VerticleState.RUNNING);
  }

  @Test
  void aNodeThatSaidGoodbyeGoesAfterAMinuteAndOneThatDidNotAfterAnHour() {
    board.heard(A, 0);
    board.heard(node("b", "1", false, true, vitals(0, 0, 0, -1)), 0);
    assertThat(names(60_000)).containsExactly("a", "b");
    assertThat(names(60_001)).containsExactly("a");
    assertThat(names(3_600_001)).isEmpty();
  }

  @Test
  void whatAnEarlierLifeSaidLateIsNotBelieved() {
    NodeReported later = new NodeReported(
        "a",
        "life2",
        "0.1.0",
        List.of(),
        "",
        Reports.NOON.plusSeconds(9),
        Instant.now(),
        true,
        false,
        vitals(0, 0, 0, -1),
        List.of());
    board.heard(later, 1_000);
    board.heard(A, 2_000);
    assertThat(board.node("a", 2_000).orElseThrow().report().life()).isEqualTo("life2");
  }

  @Test
  void aNodeWhoseClockIsSetBackIsHeardAsBefore() {
    board.heard(at(Reports.NOON, true), 1_000);
    board.heard(at(Reports.NOON.minusSeconds(3_600), false), 5_000);
    NodeView seen = board.node("a", 5_000).orElseThrow();
    assertThat(seen.heard()).isTrue();
    assertThat(seen.report().ready()).isFalse();
  }

  private static NodeReported at(Instant said, boolean ready) {
    return new NodeReported(
        "a",
        "life1",
        "0.1.0",
        List.of(),
        "",
        Reports.NOON,
        said,
        ready,
        false,
        vitals(0, 0, 0, -1),
        List.of());
  }

  private VerticleState state(long nowMillis) {
    return board
        .node("a", nowMillis)
        .orElseThrow()
        .verticle("store")
        .orElseThrow()
        .state();
  }

  private List<String> names(long nowMillis) {
    return board.nodes(nowMillis).stream().map(NodeView::name).toList();
  }
}
