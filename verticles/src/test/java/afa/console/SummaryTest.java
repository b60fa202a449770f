package afa.console;

import static afa.console.Reports.heard;
import static afa.console.Reports.node;
import static afa.console.Reports.verticle;
import static afa.console.Reports.vitals;
import static org.assertj.core.api.Assertions.assertThat;

import afa.console.Summary.Level;
import afa.message.VerticleState;
import afa.message.VerticleStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SummaryTest {
  private static final VerticleStatus WELL = verticle("store", VerticleState.RUNNING);

  @Test
  void whenAllIsWellItSaysSoAndForHowMany() {
    NodeView one = heard(node("a", "1", true, false, vitals(1_312, 0, 0, -1), WELL));
    assertThat(Summary.of(List.of(one, heard(node("b")))))
        .isEqualTo(new Summary(Level.OK, "All is well: 2 nodes, 1,312 readers.", null));
  }

  @Test
  void whatFailedForGoodIsWorseThanAnythingElse() {
    NodeView silent = new NodeView(node("a", WELL), 12_000, false);
    NodeView broken = heard(node(
        "b",
        verticle("x.aea", VerticleState.BACKOFF, true, null, "no answer"),
        verticle("archive.aea", VerticleState.FAILED, true, null, "wrong schema")));
    Summary summary = Summary.of(List.of(silent, broken));
    assertThat(summary.level()).isEqualTo(Level.BAD);
    assertThat(summary.sentence())
        .isEqualTo("archive.aea on b has failed and is not tried again: wrong schema. (2 more)");
    assertThat(summary.remedy()).contains("start it");
  }

  @Test
  void aNodeThatIsNotHeardIsNeverGreen() {
    Summary summary = Summary.of(List.of(new NodeView(node("a", WELL), 12_400, false)));
    assertThat(summary.level()).isEqualTo(Level.BAD);
    assertThat(summary.sentence()).isEqualTo("a has not been heard for 12 s.");
  }

  @Test
  void aNodeThatSaidGoodbyeIsNotMissed() {
    NodeView gone =
        new NodeView(node("a", "1", false, true, vitals(0, 0, 0, -1), WELL), 9_000, false);
    assertThat(Summary.of(List.of(gone, heard(node("b", WELL)))).level()).isEqualTo(Level.OK);
  }

  @Test
  void problemsComeInTheOrderInWhichTheyMatter() {
    VerticleStatus degraded = verticle("x.aea", VerticleState.DEGRADED, true, null, null);
    VerticleStatus behind = verticle("archive.aea", VerticleState.RUNNING, true, 5_000L, null);
    NodeView draining = heard(node("d", "1", false, true, vitals(0, 0, 0, -1), WELL));
    assertThat(sentence(draining, heard(node("a", behind)), heard(node("b", degraded))))
        .startsWith("x.aea on b cannot do all of its work.");
    assertThat(sentence(draining, heard(node("a", behind))))
        .startsWith("archive.aea on a is behind: 5,000 updates.");
    assertThat(sentence(draining)).startsWith("d is being drained");
  }

  @Test
  void whatAPersonHasStoppedIsNoProblem() {
    VerticleStatus stopped = verticle("site", VerticleState.STOPPED, false, null, null);
    assertThat(Summary.of(List.of(heard(node("a", WELL, stopped)))).level()).isEqualTo(Level.OK);
  }

  private static String sentence(NodeView... nodes) {
    return Summary.of(List.of(nodes)).sentence();
  }
}
