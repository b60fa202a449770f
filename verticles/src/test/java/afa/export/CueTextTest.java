package afa.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CueTextTest {
  @Test
  void linesBreakBetweenWords() {
    assertThat(CueText.lines("Ada", "Three lines of CSS, and the whole layout holds"))
        .containsExactly("Ada: Three lines of CSS, and the whole", "layout holds");
  }

  @Test
  void lineBreaksAndControlCharactersAreBlanks() {
    assertThat(CueText.lines("Ada", "one\r\n\r\ntwo\0three \uD83D four"))
        .containsExactly("Ada: one two three four");
  }

  @Test
  void whatIsTooLongEndsWithAnEllipsis() {
    List<String> lines = CueText.lines("Ada", "words and words ".repeat(20));
    assertThat(lines).hasSize(2);
    assertThat(lines.get(1)).endsWith("…");
  }

  @Test
  void whatIsOneCharacterToReadersIsNotTornApart() {
    String family = "👨‍👩‍👧‍👦";
    List<String> lines = CueText.lines("Ada", family.repeat(60));
    assertThat(String.join("", lines).replace(family, "")).isEqualTo("Ada:…");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "https://example.org/a/very/long/address/without/any/blank/that/goes/on/and/on/for/ever/and/more",
        "グリッドは約束です。いい言葉。グリッドは約束です。いい言葉。グリッドは約束です。いい言葉。グリッドは約束です。",
        "هذه أفضل محاضرة في المؤتمر حتى الآن هذه أفضل محاضرة في المؤتمر حتى الآن هذه أفضل محاضرة"
      })
  void noLineIsWiderThanAScreen(String words) {
    List<String> lines = CueText.lines("Ada Lovelace", words);
    assertThat(lines).hasSizeBetween(1, 2).allSatisfy(line -> {
      assertThat(CueText.columns(line)).isLessThanOrEqualTo(42);
      assertThat(line).isNotBlank();
    });
  }
}
