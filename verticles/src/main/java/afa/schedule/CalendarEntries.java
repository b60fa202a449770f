package afa.schedule;

import biweekly.component.VEvent;
import biweekly.property.Attendee;
import biweekly.property.DateStart;
import biweekly.property.RecurrenceId;
import biweekly.property.TextProperty;
import biweekly.util.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes talks of the entries of a calendar that have one UID. */
final class CalendarEntries {

  /** An entry, and where it begins. */
  record Row(String where, VEvent event) {
    String uid() {
      return event.getUid() == null ? "" : Texts.name(event.getUid().getValue());
    }

    int sequence() {
      Integer sequence =
          event.getSequence() == null ? null : event.getSequence().getValue();
      return sequence == null ? 0 : sequence;
    }
  }

  private final CalendarTimes times;
  private final Collector collector;

  CalendarEntries(CalendarTimes times, Collector collector) {
    this.times = times;
    this.collector = collector;
  }

  /** Entries with one UID: a series with exceptions, versions of one talk, or a careless writer. */
  void read(List<Row> rows) throws NotASchedule {
    List<Row> exceptions =
        rows.stream().filter(row -> row.event().getRecurrenceId() != null).toList();
    List<Row> others = newest(
        rows.stream().filter(row -> row.event().getRecurrenceId() == null).toList());
    for (Row row : others) {
      if (row.event().getRecurrenceRule() != null
          || !row.event().getRecurrenceDates().isEmpty()) series(row, exceptions);
      else collector.entry(draft(row, ""));
    }
    if (others.isEmpty()) {
      for (Row row : exceptions) collector.entry(draft(row, " " + original(row)));
    }
  }

  /** Of several at one time the one that was changed last; at other times they are other talks. */
  private List<Row> newest(List<Row> rows) {
    List<Row> kept = new ArrayList<>();
    List<Row> byVersion = new ArrayList<>(rows);
    byVersion.sort(Comparator.comparingInt(Row::sequence).reversed());
    for (Row row : byVersion) {
      Optional<Instant> start = times.moment(row.event().getDateStart(), doubt -> {});
      boolean older = kept.stream()
          .anyMatch(other -> other.sequence() > row.sequence()
              || times.moment(other.event().getDateStart(), doubt -> {}).equals(start));
      if (!older) kept.add(row);
      else
        collector.warnings.add(
            row.where(), text(row.event().getSummary()), "is an older version of another entry");
    }
    kept.sort(Comparator.comparingInt(rows::indexOf));
    return kept;
  }

  private void series(Row row, List<Row> exceptions) throws NotASchedule {
    DateStart start = row.event().getDateStart();
    if (start == null || start.getValue() == null) {
      collector.entry(draft(row, ""));
      return;
    }
    Draft first = draft(row, "");
    Optional<Instant> begin = times.moment(start, doubt -> {});
    for (LocalDateTime clock : Series.clocks(row.event(), first, collector.warnings)) {
      Optional<Instant> moment = times.moment(clock, start, start.getValue(), doubt -> {});
      Optional<Row> instead =
          exceptions.stream().filter(other -> original(other).equals(moment)).findFirst();
      Draft draft = draft(instead.orElse(row), " " + clock.toLocalDate());
      if (instead.isEmpty() && moment.isPresent() && begin.isPresent()) {
        draft.start = moment.get();
        if (first.end != null) {
          draft.end = moment.get().plus(java.time.Duration.between(begin.get(), first.end));
        }
      }
      collector.entry(draft);
    }
  }

  private Optional<Instant> original(Row row) {
    RecurrenceId id = row.event().getRecurrenceId();
    return id == null || id.getValue() == null
        ? Optional.empty()
        : CalendarTimes.clock(id.getValue())
            .flatMap(clock -> times.moment(clock, id, id.getValue(), doubt -> {}));
  }

  private Draft draft(Row row, String occurrence) {
    VEvent event = row.event();
    Draft draft = new Draft(row.where());
    if (row.uid().isEmpty()) {
      draft.title = text(event.getSummary());
      collector.warnings.add(draft, "has no UID, by which it would be known again");
    } else draft.key("uid", row.uid() + occurrence);
    draft.room = text(event.getLocation());
    draft.track = event.getCategories().stream()
        .flatMap(categories -> categories.getValues().stream())
        .map(Texts::name)
        .findFirst()
        .orElse("");
    draft.summary =
        Texts.prose(event.getDescription() == null ? "" : event.getDescription().getValue());
    draft.url = Texts.web(event.getUrl() == null ? null : event.getUrl().getValue());
    draft.cancelled = event.getStatus() != null && event.getStatus().isCancelled();
    for (Attendee attendee : event.getAttendees()) {
      if (attendee.getCommonName() != null) {
        draft.person("", attendee.getCommonName(), List.of());
      }
    }
    draft.title = CalendarTitle.without(text(event.getSummary()), draft.speakers);
    draft.start = times
        .moment(event.getDateStart(), doubt -> collector.warnings.add(draft, doubt))
        .orElse(null);
    draft.end = end(event, draft.start, draft);
    return draft;
  }

  /** Its end, or by its length; a day lasts until the next, and anything else no time at all. */
  private @Nullable Instant end(VEvent event, @Nullable Instant start, Draft draft) {
    if (start == null) return null;
    Optional<Instant> end =
        times.moment(event.getDateEnd(), doubt -> collector.warnings.add(draft, doubt));
    if (end.isPresent()) return end.get();
    Duration length = event.getDuration() == null ? null : event.getDuration().getValue();
    if (length != null) {
      return Times.sane(start.plusMillis(length.toMillis())).orElse(start);
    }
    if (!event.getDateStart().getValue().hasTime()) {
      return start.plus(java.time.Duration.ofDays(1));
    }
    collector.warnings.add(draft, "has neither end nor length; it is taken for a moment");
    return start;
  }

  private static String text(@Nullable TextProperty property) {
    return property == null ? "" : Texts.name(property.getValue());
  }
}
