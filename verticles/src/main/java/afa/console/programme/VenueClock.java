package afa.console.programme;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Times as the clock at the venue shows them. */
record VenueClock(ZoneId zone) {
  private static final DateTimeFormatter TIME = format("HH:mm");
  private static final DateTimeFormatter DAY = format("EEEE d MMMM uuuu");
  private static final DateTimeFormatter SHORT = format("EEE d MMM, HH:mm");
  private static final DateTimeFormatter FIELD = format("uuuu-MM-dd'T'HH:mm");

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }

  /** {@code 14:03}. */
  String time(Instant moment) {
    return TIME.format(moment.atZone(zone));
  }

  /** {@code Sunday 24 May 2026}. */
  String day(Instant moment) {
    return DAY.format(moment.atZone(zone));
  }

  /** {@code Sun 24 May, 14:03}. */
  String shortly(Instant moment) {
    return SHORT.format(moment.atZone(zone));
  }

  /** As fields of forms have it: {@code 2026-05-24T14:03}. */
  String field(Instant moment) {
    return FIELD.format(moment.atZone(zone));
  }

  /** What a field says; empty when that is no time. */
  static Optional<LocalDateTime> parse(String field) {
    try {
      return Optional.of(LocalDateTime.parse(field.strip().replace(' ', 'T')));
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }

  /** Whether clocks at the venue never show that time, as they go forward over it. */
  boolean isSkipped(LocalDateTime time) {
    return offsets(time).isEmpty();
  }

  /** That moment; the first one where clocks go back and show the time twice. */
  Instant moment(LocalDateTime time) {
    return time.atZone(zone).toInstant();
  }

  private List<java.time.ZoneOffset> offsets(LocalDateTime time) {
    return zone.getRules().getValidOffsets(time);
  }
}
