package afa.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

final class PhaseTest {
  private static final EventInfo EVENT = new EventInfo(
      "aea",
      "An Event Apart",
      "America/Los_Angeles",
      LocalDateTime.parse("2010-05-24T08:00"),
      LocalDateTime.parse("2010-05-25T18:00"),
      null);

  @Test
  void anEventIsDraftedThenLiveThenWindsDownByTheClockOfItsVenue() {
    assertThat(phase("2010-05-24T14:59:59Z")).isEqualTo(Phase.DRAFT);
    assertThat(phase("2010-05-24T15:00:00Z")).isEqualTo(Phase.LIVE);
    assertThat(phase("2010-05-26T01:00:00Z")).isEqualTo(Phase.LIVE);
    assertThat(phase("2010-05-26T01:00:01Z")).isEqualTo(Phase.WIND_DOWN);
  }

  @Test
  void itIsArchivedOnlyWhenItWasClosedHoweverLateItIs() {
    assertThat(phase("2030-01-01T00:00:00Z")).isEqualTo(Phase.WIND_DOWN);
    assertThat(Phase.of(EVENT, Instant.parse("2030-01-01T00:00:00Z"), true))
        .isEqualTo(Phase.ARCHIVED);
  }

  @Test
  void itIsDueWhenTheWindDownIsOver() {
    Duration week = Duration.ofDays(7);
    assertThat(Phase.isDue(EVENT, Instant.parse("2010-06-02T01:00:00Z"), week)).isFalse();
    assertThat(Phase.isDue(EVENT, Instant.parse("2010-06-02T01:00:01Z"), week)).isTrue();
  }

  private static Phase phase(String now) {
    return Phase.of(EVENT, Instant.parse(now), false);
  }
}
