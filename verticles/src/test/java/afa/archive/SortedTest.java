package afa.archive;

import static org.assertj.core.api.Assertions.assertThat;

import afa.feed.LogEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SortedTest {
  @Test
  void anUpdateIsARow() {
    assertThat(Sorted.of(Entries.post(4))).isInstanceOf(Sorted.Row.class);
    assertThat(Sorted.of(LogEntry.gone(4))).isInstanceOf(Sorted.Row.class);
    assertThat(Sorted.of(LogEntry.retract(4, 3))).isInstanceOf(Sorted.Row.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "''                                   | no type",
        "null                                 | no type",
        "{\"n\":4}                            | no type",
        "{\"n\":5,\"type\":\"gone\"}          | says it is number 5",
        "{\"n\":4,\"type\":\"retract\"}       | does not say what it is about",
        "{\"n\":4,\"type\":\"retract\",\"target\":4} | is about number 4",
        "{\"n\":4,\"type\":\"surprise\"}      | not an update",
        "{\"n\":4,\"type\":\"post\"}          | not an update",
        "{\"n\":4,\"type\":\"post\",\"source\":\"x\",\"id\":\"1\",\"receivedAt\":\"+99999-01-01T00:00:00Z\"} | years 1 to 9999",
        "{\"n\":4,\"type\":                   | not an update",
      })
  void anythingElseIsHeldWithItsReason(String json, String reason) {
    assertThat(Sorted.of(new LogEntry(4, json)))
        .isInstanceOfSatisfying(
            Sorted.Held.class, held -> assertThat(held.reason()).contains(reason));
  }
}
