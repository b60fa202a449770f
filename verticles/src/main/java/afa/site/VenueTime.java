package afa.site;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes moments as people at the venue say them. */
record VenueTime(ZoneId zone) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

  /** {@code 14:03} on the day of {@code now}, else {@code 24 May, 14:03}. */
  String label(Instant moment, Instant now) {
    ZonedDateTime there = moment.atZone(zone);
    boolean isToday = there.toLocalDate().equals(now.atZone(zone).toLocalDate());
    return isToday ? TIME.format(there) : DAY.format(there) + ", " + TIME.format(there);
  }

  /** {@code 14:03}. */
  String time(Instant moment) {
    return TIME.format(moment.atZone(zone));
  }
}
