package afa.feed;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What every node knows of an event.
 *
 * @param event its id: lower-case letters, digits, {@code -}
 * @param timeZone IANA name of the venue's zone
 * @param from when it begins, venue time
 * @param to when it ends, venue time
 * @param schedule address of its schedule, absent where there is none
 * @param hashtag what a contribution from the page is tagged with, without {@code #}
 */
public record EventInfo(
    String event,
    String name,
    String timeZone,
    LocalDateTime from,
    LocalDateTime to,
    @Nullable String schedule,
    @Nullable String hashtag) {

  /** An event without a hashtag. */
  public EventInfo(
      String event,
      String name,
      String timeZone,
      LocalDateTime from,
      LocalDateTime to,
      @Nullable String schedule) {
    this(event, name, timeZone, from, to, schedule, null);
  }

  /** Whether the event is on at that moment. */
  public boolean isLive(Instant moment) {
    LocalDateTime there = LocalDateTime.ofInstant(moment, ZoneId.of(timeZone));
    return !there.isBefore(from) && !there.isAfter(to);
  }
}
