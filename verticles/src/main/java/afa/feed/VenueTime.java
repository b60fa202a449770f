package afa.feed;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Writes moments as people at the venue say them. */
public record VenueTime(ZoneId zone) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter DAY_OF_YEAR =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

  /** {@code 14:03} on the day of {@code now}, {@code 24 May, 14:03} in its year, else with the year. */
  public String label(Instant moment, Instant now) {
    ZonedDateTime there = moment.atZone(zone);
    ZonedDateTime today = now.atZone(zone);
    if (there.toLocalDate().equals(today.toLocalDate())) return TIME.format(there);
    DateTimeFormatter day = there.getYear() == today.getYear() ? DAY : DAY_OF_YEAR;
    return day.format(there) + ", " + TIME.format(there);
  }

  /** {@code 14:03–14:10}; the day is said once when both are on the same. */
  public String range(Instant from, Instant to, Instant now) {
    ZonedDateTime start = from.atZone(zone).truncatedTo(ChronoUnit.MINUTES);
    ZonedDateTime end = to.atZone(zone).truncatedTo(ChronoUnit.MINUTES);
    if (start.equals(end)) return label(from, now);
    boolean sameDay = start.toLocalDate().equals(end.toLocalDate());
    return label(from, now) + "–" + (sameDay ? TIME.format(end) : label(to, now));
  }

  /** {@code 14:03}. */
  public String time(Instant moment) {
    return TIME.format(moment.atZone(zone));
  }
}
