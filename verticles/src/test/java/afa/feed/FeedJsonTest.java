package afa.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FeedJsonTest {
  private static final EventInfo INFO = new EventInfo(
      "aea2010",
      "An Event Apart",
      "America/Los_Angeles",
      LocalDateTime.parse("2010-05-24T09:00"),
      LocalDateTime.parse("2010-05-25T18:00"),
      null);

  @Test
  void anEventIsReadAsItWasWritten() throws Exception {
    assertThat(FeedJson.eventInfo(FeedJson.MAPPER.writeValueAsString(INFO))).contains(INFO);
  }

  @Test
  void whatALaterVersionAddsIsLeftOut() throws Exception {
    String later = FeedJson.MAPPER.writeValueAsString(INFO).replaceFirst("\\{", "{\"new\":[1],");
    assertThat(FeedJson.eventInfo(later)).contains(INFO);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "null", "[]", "{}", "no JSON"})
  void whatIsNoEventIsNone(String json) {
    assertThat(FeedJson.eventInfo(json)).isEmpty();
  }

  @Test
  void anEventInAZoneThatNobodyKnowsIsNone() throws Exception {
    String json = FeedJson.MAPPER.writeValueAsString(INFO).replace("Los_Angeles", "Atlantis");
    assertThat(FeedJson.eventInfo(json)).isEmpty();
  }
}
