package afa.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class VenueTimeTest {
  private static final VenueTime VENUE = new VenueTime(ZoneId.of("America/Los_Angeles"));
  private static final Instant NOW = Instant.parse("2026-05-24T21:30:00Z"); // 14:30 there

  @Test
  void aMomentOfTodayIsItsTimeAtTheVenue() {
    assertThat(label("2026-05-24T21:03:11Z")).isEqualTo("14:03");
  }

  @Test
  void theDayOfTheVenueCounts() {
    assertThat(label("2026-05-24T06:59:00Z")).isEqualTo("23 May, 23:59");
    assertThat(label("2026-05-24T07:00:00Z")).isEqualTo("00:00");
  }

  @Test
  void septemberIsWrittenAsBrowsersWriteIt() {
    assertThat(label("2025-09-02T19:00:00Z")).isEqualTo("2 Sep, 12:00");
  }

  private static String label(String moment) {
    return VENUE.label(Instant.parse(moment), NOW);
  }
}
