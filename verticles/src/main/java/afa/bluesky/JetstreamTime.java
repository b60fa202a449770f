package afa.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** Times of Jetstream: Unix time in microseconds, which is also what its cursors are made of. */
final class JetstreamTime {
  /** Below this a cursor would be a sequence number. */
  static final long LEAST = 1_000_000_000_000_000L;

  /** The year 2096; what is beyond is no time. */
  private static final long MOST = 4_000_000_000_000_000L;

  /** The clock of an author's device may be fast. */
  private static final Duration MOST_AGE = Duration.ofHours(24);

  private JetstreamTime() {}

  /** The number if it can be a time, else -1. */
  static long micros(JsonNode number) {
    return number.isIntegralNumber() && number.canConvertToLong()
        ? checked(number.longValue())
        : -1;
  }

  /** The time that a text in ISO 8601 names, else -1. */
  static long micros(String iso) {
    try {
      return checked(micros(OffsetDateTime.parse(iso).toInstant()));
    } catch (DateTimeException | ArithmeticException notATime) {
      return -1;
    }
  }

  static long checked(long micros) {
    return micros >= LEAST && micros < MOST ? micros : -1;
  }

  static long micros(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }

  static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  /**
   * When a post was written: the author's word, which may be anything, is believed within a day
   * before the network saw it.
   */
  static Instant written(String createdAt, long timeUs) {
    Instant seen = instant(timeUs);
    long micros = micros(createdAt);
    if (micros < 0) return seen;
    Instant said = instant(micros);
    boolean believable = !said.isAfter(seen) && said.isAfter(seen.minus(MOST_AGE));
    return believable ? said : seen;
  }
}
