package afa.site;

import static org.assertj.core.api.Assertions.assertThat;

import afa.feed.Link;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentTest {

  @Test
  void aTextWithoutLinksIsOneSegment() {
    assertThat(Segment.of("hello", List.of(), List.of()))
        .containsExactly(new Segment("hello", null, null));
  }

  @Test
  void noTextGivesNoSegment() {
    assertThat(Segment.of("", List.of(), List.of())).isEmpty();
  }

  @Test
  void offsetsCountUtf16UnitsSoThatAnEmojiBeforeALinkDoesNotShiftIt() {
    assertThat(Segment.of("🌱 see #aea now", List.of(link(7, 11)), List.of()))
        .containsExactly(
            new Segment("🌱 see ", null, null),
            new Segment("#aea", "https://example.org", "tag"),
            new Segment(" now", null, null));
  }

  @Test
  void linksSideBySideLeaveNoEmptySegmentBetweenThem() {
    assertThat(texts("ab", link(0, 1), link(1, 2))).containsExactly("a", "b");
  }

  @Test
  void aLinkThatOverlapsTheOneBeforeStaysPlain() {
    assertThat(texts("abcdef", link(0, 3), link(2, 5))).containsExactly("abc", "def");
  }

  @Test
  void aLinkThatLeavesTheTextOrEndsWhereItStartsStaysPlain() {
    assertThat(texts("abc", link(2, 9))).containsExactly("abc");
    assertThat(texts("abc", link(-1, 2))).containsExactly("abc");
    assertThat(texts("abc", link(1, 1))).containsExactly("abc");
    assertThat(texts("abc", link(3, 2))).containsExactly("abc");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"javascript:alert(1)", "JavaScript:alert(1)", " https://x", "data:,x", ""})
  void onlyWebAddressesBecomeLinks(String address) {
    Link hostile = new Link(0, 2, address, Link.Kind.LINK);
    assertThat(Segment.of("abc", List.of(hostile), List.of()))
        .containsExactly(new Segment("abc", null, null));
  }

  private static List<String> texts(String text, Link... links) {
    return Segment.of(text, List.of(links), List.of()).stream()
        .map(Segment::text)
        .toList();
  }

  private static Link link(int start, int end) {
    return new Link(start, end, "https://example.org", Link.Kind.TAG);
  }
}
