package afa.library.talk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Does this work with subgrid?",
        "Why? I do not see it",
        "“Who needs this?” she asks",
        "Wirklich?!",
        "Est-ce que ça marche ?",
        "¿Y en móvil?",
        "これは何ですか？",
        "为什么不用网格？真的",
        "هل يعمل هذا؟",
        "Ինչո՞ւ",
        "any slides? https://example.com/slides?page=2",
        "Is it \"responsive\"? 🤔",
        "slides where?🙏",
        "can it do *this*?",
        "one line\nand then: really?\nyes"
      })
  void asks(String text) {
    assertThat(Question.isOne(text, null)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A statement.",
        "see https://example.com/?q=grid",
        "see example.com/search?q=grid and be happy",
        "https://example.com/what?",
        "???",
        "🤔?",
        "a?b:c is a ternary",
        "use foo?.bar here",
        ""
      })
  void asksNothing(String text) {
    assertThat(Question.isOne(text, null)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "el, Τι είναι αυτό;, true",
    "el-GR, 'Τι; Δεν ξέρω', true",
    "en, first this; then that, false",
    "en, we stop here;, false",
    "ja, スライドは公開されますか。, true",
    "ja, しかし速い。, false"
  })
  void asksAsItsLanguageDoes(String lang, String text, boolean asks) {
    assertThat(Question.isOne(text, lang)).isEqualTo(asks);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Does it?", "スライドは公開されますか。", "Τι είναι αυτό;", "هل؟", "Ինչո՞ւ", "真的？"})
  void theSieveOfTheDatabaseLosesNone(String text) {
    assertThat(java.util.regex.Pattern.compile(Question.SIGNS).matcher(text).find())
        .isTrue();
  }
}
