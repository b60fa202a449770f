package afa.site.talk;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times of talks at the venue, in words that still say it all in ten years. */
public record When(ZoneId zone) {
  private static final DateTimeFormatter TIME = format("HH:mm");
  private static final DateTimeFormatter DAY = format("EEEE d MMMM uuuu");
  private static final DateTimeFormatter SHORT_DAY = format("EEE d MMM");

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }

  /** {@code 14:03}. */
  public String time(Instant moment) {
    return TIME.format(there(moment));
  }

  /** {@code Sunday 24 May 2026}. */
  public String day(Instant moment) {
    return DAY.format(there(moment));
  }

  /** {@code Sun 24 May, 14:03}. */
  public String shortly(Instant moment) {
    return SHORT_DAY.format(there(moment)) + ", " + time(moment);
  }

  /** {@code 14:00–14:45}, with the day of its end where that is another one. */
  public String range(Instant from, Instant to) {
    boolean isOneDay = there(from).toLocalDate().equals(there(to).toLocalDate());
    return time(from) + "–" + (isOneDay ? time(to) : shortly(to));
  }

  private ZonedDateTime there(Instant moment) {
    return moment.atZone(zone);
  }
}
