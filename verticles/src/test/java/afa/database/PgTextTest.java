package afa.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PgTextTest {
  @Test
  void ordinaryTextStaysTheVeryObject() {
    String text = "Grüße 日本";
    assertThat(PgText.column(text)).isSameAs(text);
    assertThat(PgText.json(text)).isSameAs(text);
    assertThat(PgText.column(null)).isNull();
  }

  @Test
  void whatAColumnCannotHoldIsReplaced() {
    assertThat(PgText.column("a\0b\uD83C🎉\uDF89")).isEqualTo("a\uFFFDb\uFFFD🎉\uFFFD");
  }

  @Test
  void jsonSaysTheSameByEscapes() {
    assertThat(PgText.json("\"\uD83C🎉\"")).isEqualTo("\"\\ud83c🎉\"");
  }
}
