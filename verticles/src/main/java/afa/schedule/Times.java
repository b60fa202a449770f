package afa.schedule;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads the times of a schedule.
 *
 * @param zone of times that name none
 */
record Times(ZoneId zone) {
  private static final Instant EARLIEST = Instant.parse("1970-01-02T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  /** A moment with offset, or the venue's clock without one; {@code told} hears of doubts. */
  Optional<Instant> moment(String written, Consumer<String> told) {
    String text = written.strip().replaceFirst("^(\\d{4}-\\d\\d-\\d\\d) +", "$1T");
    try {
      if (hasOffset(text)) return sane(OffsetDateTime.parse(text).toInstant());
      return sane(local(LocalDateTime.parse(text, DateTimeFormatter.ISO_LOCAL_DATE_TIME), told));
    } catch (DateTimeException unknown) {
      return Optional.empty();
    }
  }

  static boolean hasOffset(String text) {
    return text.matches(".*(?:[Zz]|[+-]\\d\\d:?\\d\\d)$") && text.indexOf('T') > 0;
  }

  /** The moment at which the venue's clock shows this. */
  Instant local(LocalDateTime time, Consumer<String> told) {
    int offsets = zone.getRules().getValidOffsets(time).size();
    if (offsets == 0) told.accept("starts or ends at " + time + ", which the clocks leave out");
    if (offsets > 1) {
      told.accept("starts or ends at " + time + ", which happens twice; the first one is taken");
    }
    return time.atZone(zone).toInstant();
  }

  /** {@code HH:MM} or {@code HH:MM:SS}. */
  static Optional<LocalTime> clock(String text) {
    try {
      return Optional.of(LocalTime.parse(text.strip().replaceFirst("^(\\d):", "0$1:")));
    } catch (DateTimeException unknown) {
      return Optional.empty();
    }
  }

  static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text.strip()));
    } catch (DateTimeException unknown) {
      return Optional.empty();
    }
  }

  /** Nothing outside of 1970 to 2199: such a time is a fault, and no database wants it. */
  static Optional<Instant> sane(Instant moment) {
    boolean sane = moment.isAfter(EARLIEST) && moment.isBefore(LATEST);
    return sane ? Optional.of(moment) : Optional.empty();
  }
}
