package afa.schedule;

import biweekly.ICalendar;
import biweekly.component.VTimezone;
import biweekly.io.TimezoneAssignment;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.property.ICalProperty;
import biweekly.property.RawProperty;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.TimeZone;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The moments of a calendar, whose times are of zones that it names, describes or leaves out. */
final class CalendarTimes {
  private final ICalendar calendar;
  private final Times floating;

  CalendarTimes(ICalendar calendar, Times event, Warnings warnings) {
    this.calendar = calendar;
    RawProperty named = calendar.getExperimentalProperty("X-WR-TIMEZONE");
    String name = named == null ? "" : String.valueOf(named.getValue());
    Optional<ZoneId> zone = ZoneNames.zone(name);
    if (!name.isBlank() && zone.isEmpty()) {
      warnings.add(
          "X-WR-TIMEZONE", "", "\"" + Texts.name(name) + "\" is unknown; the event's is used");
    }
    this.floating = zone.map(Times::new).orElse(event);
  }

  Times floating() {
    return floating;
  }

  /** The clock that a property shows, without its zone; a day begins at midnight. */
  static Optional<LocalDateTime> clock(@Nullable ICalDate date) {
    DateTimeComponents parts = date == null ? null : date.getRawComponents();
    if (parts == null) return Optional.empty();
    try {
      int hour = parts.hasTime() ? parts.getHour() : 0;
      int minute = parts.hasTime() ? parts.getMinute() : 0;
      int second = parts.hasTime() ? Math.min(59, parts.getSecond()) : 0;
      return Optional.of(LocalDateTime.of(
          parts.getYear(), parts.getMonth(), parts.getDate(), hour, minute, second));
    } catch (DateTimeException noDay) {
      return Optional.empty();
    }
  }

  Optional<Instant> moment(@Nullable DateOrDateTimeProperty property, Consumer<String> told) {
    if (property == null || property.getValue() == null) return Optional.empty();
    return clock(property.getValue())
        .flatMap(clock -> moment(clock, property, property.getValue(), told));
  }

  /** When that clock is shown in the zone that {@code property} has for {@code date}. */
  Optional<Instant> moment(
      LocalDateTime clock, ICalProperty property, ICalDate date, Consumer<String> told) {
    DateTimeComponents parts = date.getRawComponents();
    if (parts != null && parts.hasTime() && parts.isUtc()) {
      return Times.sane(clock.toInstant(ZoneOffset.UTC));
    }
    String id = property.getParameter("TZID");
    TimezoneAssignment zone = calendar.getTimezoneInfo().getTimezone(property);
    VTimezone described = zone == null ? null : zone.getComponent();
    if (described != null && zone != null) {
      return Times.sane(described(clock, described, zone.getTimeZone(), told));
    }
    String name = zone != null && zone.getGlobalId() != null ? zone.getGlobalId() : id;
    Optional<ZoneId> known = ZoneNames.zone(name == null ? "" : name);
    if (known.isEmpty() && name != null && !name.isBlank()) {
      told.accept("has a time in \"" + Texts.name(name) + "\", which is unknown; " + floating.zone()
          + " is assumed");
    }
    return Times.sane(known.map(Times::new).orElse(floating).local(clock, told));
  }

  /** By the place that the description names, else by its rules; never by what it is called. */
  private static Instant described(
      LocalDateTime clock, VTimezone described, TimeZone rules, Consumer<String> told) {
    RawProperty place = described.getExperimentalProperty("X-LIC-LOCATION");
    Optional<ZoneId> named = ZoneNames.zone(place == null ? "" : String.valueOf(place.getValue()));
    if (named.isPresent()) return new Times(named.get()).local(clock, told);
    long wall = clock.toInstant(ZoneOffset.UTC).toEpochMilli();
    long day = 24 * 3_600_000L;
    long before = rules.getOffset(wall - day);
    long after = rules.getOffset(wall + day);
    // Both where the hour happens twice: the first; neither where it is left out: clocks go on.
    boolean byBefore = rules.getOffset(wall - before) == before;
    boolean byAfter = rules.getOffset(wall - after) == after;
    return Instant.ofEpochMilli(byAfter && !byBefore ? wall - after : wall - before);
  }
}
