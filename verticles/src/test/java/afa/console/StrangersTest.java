package afa.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class StrangersTest {
  @Test
  void aNameCannotWriteALineOfItsOwnNorColourTheTerminal() {
    assertThat(Strangers.clean("ada\r\nAudit: who=admin")).isEqualTo("ada??Audit: who=admin");
    assertThat(Strangers.clean("\u001b[31mred\u2028\u202e")).isEqualTo("?[31mred??");
    assertThat(Strangers.clean("Zoë 🎤")).isEqualTo("Zoë 🎤");
  }

  @Test
  void aLongNameIsCutAlsoWithinACharacter() {
    assertThat(Strangers.clean("abcd", 4)).isEqualTo("abcd");
    assertThat(Strangers.clean("abcde", 4)).isEqualTo("abcd…");
    assertThat(Strangers.clean("abc🎤", 4)).isEqualTo("abc?…");
  }
}
