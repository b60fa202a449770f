package afa.feed;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
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
 * @param sources names of the networks that are followed
 * @param mediaOrigins where pictures come from beside the web at large, such as
 *     {@code http://127.0.0.1:8070}
 */
public record EventInfo(
    String event,
    String name,
    String timeZone,
    LocalDateTime from,
    LocalDateTime to,
    @Nullable String schedule,
    @Nullable String hashtag,
    List<String> sources,
    List<String> mediaOrigins) {

  public EventInfo {
    sources = sources == null ? List.of() : List.copyOf(sources);
    mediaOrigins = mediaOrigins == null ? List.of() : List.copyOf(mediaOrigins);
  }

  /** An event with nothing but what it must have. */
  public EventInfo(
      String event,
      String name,
      String timeZone,
      LocalDateTime from,
      LocalDateTime to,
      @Nullable String schedule) {
    this(event, name, timeZone, from, to, schedule, null, List.of(), List.of());
  }

  /** The same with its schedule at another address. */
  public EventInfo withSchedule(String address) {
    return new EventInfo(event, name, timeZone, from, to, address, hashtag, sources, mediaOrigins);
  }

  /** The moment it begins. */
  public Instant begin() {
    return from.atZone(ZoneId.of(timeZone)).toInstant();
  }

  /** The moment it ends. */
  public Instant end() {
    return to.atZone(ZoneId.of(timeZone)).toInstant();
  }

  /** Whether the event is on at that moment. */
  public boolean isLive(Instant moment) {
    LocalDateTime there = LocalDateTime.ofInstant(moment, ZoneId.of(timeZone));
    return !there.isBefore(from) && !there.isAfter(to);
  }
}
