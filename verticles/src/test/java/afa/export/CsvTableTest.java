package afa.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r\n=1",
        " =1",
        "\u00A0=1",
        "\uFEFF=1",
        "\uFF1D1"
      })
  void whatWouldBeCalculatedHasAnApostropheBeforeIt(String cell) {
    assertThat(CsvTable.harmless(cell)).startsWith("'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1=1", "a@b", "#tag", "", " ", "'=1", "\"=1"})
  void everythingElseStaysAsItIs(String cell) {
    assertThat(CsvTable.harmless(cell)).isEqualTo(cell);
  }
}
