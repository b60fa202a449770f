package afa.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CorrectionsTest {
  private static final List<Placed> COMPUTED = List.of(new Placed("grids", 0.8, List.of()));

  @Test
  void whatAnOrganiserSaysLiesOverWhatIsComputed() {
    Corrections all = Corrections.NONE.with(correction("1", Set.of("x:1", "x:2"), "fonts"));
    assertThat(all.over("x:1", COMPUTED)).extracting(Placed::talk).containsExactly("fonts");
    assertThat(all.over("x:2", List.of())).extracting(Placed::talk).containsExactly("fonts");
    assertThat(all.over("x:3", COMPUTED)).isEqualTo(COMPUTED);
    assertThat(all.over("x:1", COMPUTED).get(0).reasons().get(0).sentence()).contains("by Mo");
  }

  @Test
  void noTalksMeanTheHallway() {
    Corrections all = Corrections.NONE.with(correction("1", Set.of("x:1")));
    assertThat(all.over("x:1", COMPUTED)).extracting(Placed::isHallway).containsExactly(true);
  }

  @Test
  void undoingBringsBackWhatWasSaidBeforeAndThenWhatIsComputed() {
    Corrections all = Corrections.NONE
        .with(correction("1", Set.of("x:1"), "fonts"))
        .with(correction("2", Set.of("x:1"), "next"));
    assertThat(talk(all)).isEqualTo("next");
    assertThat(talk(all.undo("2"))).isEqualTo("fonts");
    assertThat(talk(all.undo("2").undo("1"))).isEqualTo("grids");
    assertThat(talk(all.undo("2").redo("2"))).isEqualTo("next");
    assertThat(talk(Corrections.of(all.all()))).isEqualTo("next");
  }

  @Test
  void twoOfOneIdAreRefused() {
    Corrections all = Corrections.NONE.with(correction("1", Set.of("x:1"), "fonts"));
    assertThatThrownBy(() -> all.with(correction("1", Set.of("x:2"), "fonts")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String talk(Corrections all) {
    return all.over("x:1", COMPUTED).get(0).talk();
  }

  private static Correction correction(String id, Set<String> posts, String... talks) {
    return new Correction(id, Instant.EPOCH, "Mo", posts, List.of(talks), false);
  }
}
