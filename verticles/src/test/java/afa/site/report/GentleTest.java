package afa.site.report;

import static org.assertj.core.api.Assertions.assertThat;

import afa.schedule.Handle;
import afa.schedule.Person;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GentleTest {
  private final Gentle gentle = new Gentle(
      List.of(new Person("1", "Mara Lindqvist", List.of(new Handle("x", "maralind")), List.of())));

  @ParameterizedTest
  @CsvSource({
    "en, You are an idiot",
    "en, 'Lindqvist, what a moron'",
    "en, '@maralind pathetic'",
    "en, The speaker is  an\tASSHOLE",
    "en, kill yourself",
    "de, Du bist ein Vollidiot",
    "de, Mara ist ein Trottel",
    "fr, 'Ferme-la, Mara'",
    ", Eres un imbécil",
    "tl, You idiot"
  })
  void folds(String lang, String text) {
    assertThat(gentle.reason(text, lang)).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "en, I disagree with Mara about everything",
    "en, This talk was boring and wrong",
    "en, What an idiotic API",
    "en, 'Stupid browsers, again'",
    "en, You should read about idiotproofing",
    "en, The grid will not die",
    "nl, Het DOM is traag volgens Mara",
    "es, Con Mara",
    "de, Das ist falsch Mara"
  })
  void showsCriticismAndInsultsOfThings(String lang, String text) {
    assertThat(gentle.reason(text, lang)).isNull();
  }
}
