package afa.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FeedQueryTest {

  @Test
  void withoutParametersItAsksForAllAndWaits25Seconds() {
    assertThat(parse(Map.of())).isEqualTo(new FeedQuery(0, 25, 200, Optional.empty()));
  }

  @Test
  void itTakesWhatTheContractAllows() {
    assertThat(parse(Map.of("since", "-1", "wait", "55", "limit", "1000", "epoch", "k3v9")))
        .isEqualTo(new FeedQuery(-1, 55, 1_000, Optional.of("k3v9")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "x", "1.5", "-2", "1e3", "٣", "99999999999999999999", "+1", "0x10"})
  void aSinceThatIsNoNumberIsRefused(String since) {
    assertThatThrownBy(() -> parse(Map.of("since", since)))
        .isInstanceOf(FeedQuery.Bad.class)
        .hasMessage("since must be a whole number of at least -1");
  }

  @Test
  void everythingWrongIsNamedAtOnce() {
    assertThatThrownBy(() -> parse(Map.of("wait", "56", "limit", "0")))
        .hasMessage(
            "wait must be a whole number from 0 to 55; limit must be a whole number from 1 to 1000");
  }

  @Test
  void theIdOfTheLastEventWinsOverTheNumber() {
    FeedQuery query = parse(Map.of("since", "3", "epoch", "old")).resumedAt("k3v9.1240");
    assertThat(query.since()).isEqualTo(1_240);
    assertThat(query.epoch()).contains("k3v9");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rubbish", ".5", "a.", "a.b", "a.-1", "a.99999999999999999999"})
  void anIdWeNeverSentBelongsToAnotherLife(String id) {
    FeedQuery query = parse(Map.of("since", "3")).resumedAt(id);
    assertThat(query.epoch()).contains("?");
  }

  private static FeedQuery parse(Map<String, String> parameters) {
    return FeedQuery.parse(parameters::get);
  }
}
