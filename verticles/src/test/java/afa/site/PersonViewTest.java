package afa.site;

import static org.assertj.core.api.Assertions.assertThat;

import afa.feed.Author;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonViewTest {

  @ParameterizedTest
  @CsvSource({
    "Mara Lindqvist,ML",
    "ed,E",
    "🌱 Priya Raman 🎤,PR",
    "Jean-Luc de la Tour,JT",
    "𝒜da,𝒜",
    "🎉,·",
    "さくら 中村,さ中"
  })
  void initialsAreLettersWhateverElseANameIsDecoratedWith(String name, String initials) {
    assertThat(PersonView.initials(name)).isEqualTo(initials);
  }

  @Test
  void aNameHasTheSameToneOnEveryPage() {
    int tone = PersonView.of(new Author("Mara", "m1", null, null)).tone();
    assertThat(tone)
        .isEqualTo(PersonView.of(new Author("Mara", "m2", null, null)).tone());
    assertThat(tone).isEqualTo(('M' + 'a' + 'r' + 'a') % 8);
  }

  @Test
  void whoeverHasNoNameIsUnknown() {
    assertThat(PersonView.of(new Author(" ", null, null, null)).name()).isEqualTo("unknown");
  }
}
