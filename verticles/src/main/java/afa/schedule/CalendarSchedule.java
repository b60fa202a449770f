package afa.schedule;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads iCalendar by biweekly, which is lenient; series become one talk each time. */
final class CalendarSchedule {
  private final Collector collector = new Collector();

  static Schedule read(byte[] bytes, Times event) throws NotASchedule {
    return new CalendarSchedule().schedule(CalendarText.of(bytes), event);
  }

  private Schedule schedule(CalendarText text, Times event) throws NotASchedule {
    ICalendar calendar = parse(text);
    if (text.hasFastRules()) {
      collector.warnings.add("VTIMEZONE", "", "has a rule that is not yearly; it is left out");
    }
    CalendarTimes times = new CalendarTimes(calendar, event, collector.warnings);
    CalendarEntries entries = new CalendarEntries(times, collector);
    for (List<CalendarEntries.Row> same : byUid(rows(calendar, text)).values()) {
      entries.read(same);
    }
    String name = calendar.getExperimentalProperty("X-WR-CALNAME") == null
        ? ""
        : String.valueOf(calendar.getExperimentalProperty("X-WR-CALNAME").getValue());
    return collector.schedule("iCalendar", name, times.floating());
  }

  private static ICalendar parse(CalendarText text) throws NotASchedule {
    try (ICalReader reader = new ICalReader(text.text())) {
      ICalendar calendar = reader.readNext();
      if (calendar == null) throw new NotASchedule("is no calendar that can be read");
      return calendar;
    } catch (IOException broken) {
      throw new NotASchedule("is no calendar that can be read: " + broken.getMessage());
    }
  }

  private static List<CalendarEntries.Row> rows(ICalendar calendar, CalendarText text) {
    List<VEvent> events = calendar.getEvents();
    boolean matches = events.size() == text.events().size();
    List<CalendarEntries.Row> rows = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      String where = matches ? "line " + text.events().get(i) : "entry " + (i + 1);
      rows.add(new CalendarEntries.Row(where, events.get(i)));
    }
    return rows;
  }

  /** Entries of one identity together, in the file's order; without one each is for itself. */
  private static Map<String, List<CalendarEntries.Row>> byUid(List<CalendarEntries.Row> rows) {
    Map<String, List<CalendarEntries.Row>> byUid = new LinkedHashMap<>();
    Set<CalendarEntries.Row> seen = new HashSet<>();
    for (CalendarEntries.Row row : rows) {
      if (!seen.add(row)) continue;
      String uid = row.uid().isEmpty() ? "\n" + row.where() : row.uid();
      byUid.computeIfAbsent(uid, key -> new ArrayList<>()).add(row);
    }
    return byUid;
  }
}
