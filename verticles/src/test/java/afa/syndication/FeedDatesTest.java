package afa.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedDatesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Sun, 22 Nov 2026 09:00:00 +0100   | 2026-11-22T08:00:00Z
          Sun, 22 Nov 2026 09:00 GMT        | 2026-11-22T09:00:00Z
          Sun, 22 Nov 26 08:30 EST          | 2026-11-22T13:30:00Z
          22 Nov 2026 08:30:00 PDT          | 2026-11-22T15:30:00Z
          Sunday, 22 November 2026 08:30:00 | 2026-11-22T08:30:00Z
          Sun, 2 Nov 2026 08:30:00 UT       | 2026-11-02T08:30:00Z
          Wrong, 22-Nov-2026 08:30:00 Z     | 2026-11-22T08:30:00Z
          So, 22 Nov 2026 08:30:00 +01:00   | 2026-11-22T07:30:00Z
          Sun, 22 Nov 2026 08:30:60 GMT     | 2026-11-22T08:30:59Z
          22 Nov 99 08:30 GMT               | 1999-11-22T08:30:00Z
          Sun, 22 Nov 2026                  | 2026-11-22T00:00:00Z
          Nov 22, 2026                      | 2026-11-22T00:00:00Z
          November 22, 2026 14:05           | 2026-11-22T14:05:00Z
          2026-11-22T08:30:00Z              | 2026-11-22T08:30:00Z
          2026-11-22T08:30:00.123456+02:00  | 2026-11-22T06:30:00Z
          2026-11-22T08:30-0800             | 2026-11-22T16:30:00Z
          2026-11-22 08:30:00               | 2026-11-22T08:30:00Z
          2026/11/22                        | 2026-11-22T00:00:00Z
          2026-11-22 08:30:00 UTC+1:00      | 2026-11-22T07:30:00Z
          Sun, 22 Nov 2026 08:30:00 XYZ     | 2026-11-22T08:30:00Z
          1795336200                        | 2026-11-22T08:30:00Z
          """)
  void timesAreUnderstoodAsPeopleWriteThem(String text, Instant time) {
    assertThat(FeedDates.parse(text)).contains(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "yesterday", "31 Feb 2026 10:00 GMT", "Sun, 22 Foo 2026 10:00:00 GMT", "2026-13-01",
        "2026-11-22T25:00:00Z", "99999999999999999999", "22 nov", "0000-00-00 00:00:00",
            "22 anm 2026"
      })
  void whatIsNoTimeIsNone(String text) {
    assertThat(FeedDates.parse(text)).isEmpty();
  }

  @Test
  void timesThatCannotBeAreNotBelieved() {
    Instant now = Instant.parse("2026-11-22T12:00:00Z");
    assertThat(FeedEntry.possible(Date.from(now.plus(Duration.ofDays(1))), now)).isNull();
    assertThat(FeedEntry.possible(Date.from(Instant.EPOCH), now)).isNull();
    assertThat(FeedEntry.possible(null, now)).isNull();
    Instant early = now.plusSeconds(30); // by a clock that is a little ahead
    assertThat(FeedEntry.possible(Date.from(early), now)).isEqualTo(early);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          120                           |                               | 120
          Sun, 22 Nov 2026 12:05:00 GMT |                               | 300
          Sun, 22 Nov 2026 13:05:00 GMT | Sun, 22 Nov 2026 13:00:00 GMT | 300
          999999999                     |                               | 21600
          """)
  void aServerSaysWhenToComeBackBySecondsOrByItsClock(String value, String date, long seconds) {
    Instant now = Instant.parse("2026-11-22T12:00:00Z");
    assertThat(RetryAfter.of(value, date, now)).contains(now.plusSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "-5", "Sun, 22 Nov 2026 11:00:00 GMT", ""})
  void whatIsPastOrNonsenseIsNotWaitedFor(String value) {
    Instant now = Instant.parse("2026-11-22T12:00:00Z");
    assertThat(RetryAfter.of(value, null, now)).isEmpty();
  }
}
