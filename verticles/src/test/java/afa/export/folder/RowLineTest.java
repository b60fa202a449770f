package afa.export.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowLineTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"n\":1,\"text\":\"nul \\u0000 lone \\ud83d \\\"}\"}",
        "{ \"spaces\" :  [1, 2.50,{\"body\":null}] }",
        "{\n  \"lines\": 1\r\n}",
        "[]",
        "\"a text\"",
        "12.50",
        "null",
        "{\"body\":{\"body\":1},\"other\":2}",
        "{\"😀\":\"مرحبا\"}"
      })
  void theJsonOfAColumnComesBackLetterByLetter(String json) throws Exception {
    RowLine row = new RowLine("{\"event\":\"aea\",\"n\":1}", Map.of("body", json, "other", json));
    String line = row.write();
    assertThat(line).doesNotContain("\n", "\r");
    assertThat(RowLine.read(line, List.of("body", "other"))).isEqualTo(row);
  }

  @Test
  void aRowMayHaveNothingButJson() throws Exception {
    RowLine row = new RowLine("{}", Map.of("body", "[1]"));
    assertThat(row.write()).isEqualTo("{\"body\":[1]}");
    assertThat(RowLine.read(row.write(), List.of("body"))).isEqualTo(row);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{\"a\":1} {}", "{\"a\":1", "no json"})
  void whatIsNoRowIsRefused(String line) {
    assertThatThrownBy(() -> RowLine.read(line, List.of())).isInstanceOf(IOException.class);
  }
}
