package afa.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Understands the entries of a schedule.xml and a schedule.json, which name the same things: only
 * {@code date} is always meant as a moment; {@code start} and the day are for the eye.
 */
final class Frab {

  /** An entry as it is written. */
  interface Entry {
    String where();

    /** Empty where it is absent. */
    String field(String name);

    void addPeople(Draft draft);
  }

  /** The day that an entry is listed under. */
  record Day(String date) {}

  private final Collector collector;
  private final Times times;
  private final LocalTime dayChange;
  private final String baseUrl;

  Frab(Collector collector, Times times, LocalTime dayChange, String baseUrl) {
    this.collector = collector;
    this.times = times;
    this.dayChange = dayChange;
    this.baseUrl = baseUrl;
  }

  /** The zone that a conference names; the event's where it names none that exists. */
  static Times zone(String named, Times event, Warnings warnings) {
    if (named.isBlank()) return event;
    if (ZoneId.getAvailableZoneIds().contains(named.strip())) {
      return new Times(ZoneId.of(named.strip()));
    }
    warnings.add(
        "conference",
        "",
        "time zone \"" + Texts.name(named) + "\" is unknown; the event's is used");
    return event;
  }

  void read(Entry entry, String room, Day day) throws NotASchedule {
    Draft draft = new Draft(entry.where());
    draft.title = Texts.name(entry.field("title"));
    String subtitle = Texts.name(entry.field("subtitle"));
    draft.key("guid", entry.field("guid"));
    draft.key("code", entry.field("code"));
    draft.key("slug", entry.field("slug"));
    draft.key("id", entry.field("id"));
    draft.room = Texts.name(room.isBlank() ? entry.field("room") : room);
    draft.track = Texts.name(entry.field("track"));
    draft.type = Texts.name(entry.field("type"));
    draft.language = Texts.name(entry.field("language"));
    draft.summary = Texts.prose(
        String.join("\n\n", subtitle, entry.field("abstract"), entry.field("description")));
    draft.url = address(entry.field("url"));
    draft.cancelled = Cancelled.byStatus(entry.field("status"));
    entry.addPeople(draft);
    if (entry.field("guid").isBlank()) {
      collector.warnings.once(draft, "has no guid, by which it would be known again");
    }
    draft.start = start(entry, day, draft);
    draft.end = end(entry, draft);
    collector.entry(draft);
  }

  private @Nullable Instant start(Entry entry, Day day, Draft draft) {
    String date = entry.field("date");
    Optional<LocalTime> clock = Times.clock(entry.field("start"));
    Optional<Instant> moment = times.moment(date, doubt -> collector.warnings.add(draft, doubt));
    if (moment.isEmpty()) return fromDay(day, clock, draft);
    if (!Times.hasOffset(date.strip())) {
      collector.warnings.once(
          draft, "has a date without offset; the zone " + times.zone() + " is assumed");
    } else clock.ifPresent(shown -> compare(moment.get(), date, shown, draft));
    return moment.get();
  }

  /** The date wins; a clock that shows another time is told. */
  private void compare(Instant moment, String date, LocalTime shown, Draft draft) {
    if (moment.atZone(times.zone()).toLocalTime().equals(shown)) return;
    if (date.contains("T" + shown)) {
      collector.warnings.once(
          draft, "has a date with another offset than the zone " + times.zone() + " has");
    } else {
      collector.warnings.add(draft, "has a start " + shown + " that contradicts its date " + date);
    }
  }

  /** Before 2024 some wrote no dates: the day and the clock, nights being of the evening before. */
  private @Nullable Instant fromDay(Day day, Optional<LocalTime> clock, Draft draft) {
    Optional<LocalDate> date = Times.date(day.date());
    if (date.isEmpty() || clock.isEmpty()) return null;
    collector.warnings.once(draft, "has no date; day and start are used, in " + times.zone());
    LocalDateTime at = date.get().atTime(clock.get());
    if (clock.get().isBefore(dayChange)) at = at.plusDays(1);
    return times.local(at, doubt -> collector.warnings.add(draft, doubt));
  }

  private @Nullable Instant end(Entry entry, Draft draft) {
    if (draft.start == null) return null;
    Instant start = draft.start;
    Optional<Instant> end = times.moment(entry.field("end"), doubt -> {});
    if (end.isPresent() && !end.get().isBefore(start)) return end.get();
    Optional<Duration> length = Lengths.parse(entry.field("duration"));
    if (length.isPresent() && length.get().isZero()) {
      collector.warnings.add(draft, "has no length");
    }
    return length.map(start::plus).flatMap(Times::sane).orElse(null);
  }

  private @Nullable String address(String written) {
    if (written.isBlank()) return null;
    String url = Texts.web(written);
    if (url != null || baseUrl.isEmpty()) return url;
    try {
      return Texts.web(java.net.URI.create(baseUrl).resolve(written.strip()).toString());
    } catch (IllegalArgumentException noAddress) {
      return null;
    }
  }
}
