package afa.library;

import static org.assertj.core.api.Assertions.assertThat;

import afa.library.Highlights.Range;
import org.junit.jupiter.api.Test;

final class HighlightsTest {
  @Test
  void rangesAreCountedAsBrowsersDoAndJoined() {
    assertThat(Highlights.of(
            "🎉 grids are", "🎉 \uE000grid\uE001s are", "  gri\uE000ds\uE001 \uE000are\uE001"))
        .containsExactly(new Range(3, 8), new Range(9, 12));
  }

  @Test
  void whoeverWritesTheMarksThemselvesGetsNone() {
    String text = "\uE000fake\uE001 grid";
    assertThat(Highlights.of(text, "\uE000fake\uE001 \uE000grid\uE001")).isEmpty();
  }

  @Test
  void withoutHeadlinesNothingIsMarked() {
    assertThat(Highlights.of("grid", null, null)).isEmpty();
  }
}
