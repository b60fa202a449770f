package afa.feed;

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
    assertThat(label("2025-09-02T19:00:00Z")).isEqualTo("2 Sep 2025, 12:00");
  }

  @Test
  void anotherYearIsSaid() {
    assertThat(label("2010-05-24T21:03:11Z")).isEqualTo("24 May 2010, 14:03");
    assertThat(label("2026-01-01T07:30:00Z")).isEqualTo("31 Dec 2025, 23:30");
  }

  @Test
  void aRangeSaysTheDayOnce() {
    assertThat(range("2026-05-24T21:03:11Z", "2026-05-24T21:20:00Z")).isEqualTo("14:03–14:20");
    assertThat(range("2026-05-23T21:03:11Z", "2026-05-23T21:20:00Z"))
        .isEqualTo("23 May, 14:03–14:20");
    assertThat(range("2026-05-23T21:03:11Z", "2026-05-24T21:20:00Z"))
        .isEqualTo("23 May, 14:03–14:20");
    assertThat(range("2026-05-24T21:03:11Z", "2026-05-24T21:03:50Z")).isEqualTo("14:03");
  }

  private static String range(String from, String to) {
    return VENUE.range(Instant.parse(from), Instant.parse(to), NOW);
  }

  private static String label(String moment) {
    return VENUE.label(Instant.parse(moment), NOW);
  }
}
