package afa.schedule;

import biweekly.component.VEvent;
import biweekly.property.ExceptionDates;
import biweekly.property.RecurrenceDates;
import biweekly.util.Frequency;
import biweekly.util.ICalDate;
import biweekly.util.Recurrence;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashSet;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/** When a series happens, on the venue's clock: nine o'clock stays nine o'clock when it changes. */
final class Series {
  /** A conference has days, not years. */
  private static final int MOST = 400;

  private static final TimeZone PLAIN = TimeZone.getTimeZone("UTC");

  private Series() {}

  static Iterable<LocalDateTime> clocks(VEvent event, Draft draft, Warnings warnings) {
    Set<LocalDateTime> clocks = new TreeSet<>();
    LocalDateTime first =
        CalendarTimes.clock(event.getDateStart().getValue()).orElse(LocalDateTime.MIN);
    if (first.equals(LocalDateTime.MIN)) return clocks;
    clocks.add(first);
    if (event.getRecurrenceRule() != null && event.getRecurrenceRule().getValue() != null) {
      rule(event.getRecurrenceRule().getValue(), first, clocks, draft, warnings);
    }
    for (RecurrenceDates dates : event.getRecurrenceDates()) {
      for (ICalDate date : dates.getDates()) CalendarTimes.clock(date).ifPresent(clocks::add);
    }
    clocks.removeAll(excluded(event));
    return clocks;
  }

  private static Set<LocalDateTime> excluded(VEvent event) {
    Set<LocalDateTime> excluded = new HashSet<>();
    for (ExceptionDates dates : event.getExceptionDates()) {
      for (ICalDate date : dates.getValues()) CalendarTimes.clock(date).ifPresent(excluded::add);
    }
    return excluded;
  }

  @SuppressWarnings("JavaUtilDate") // biweekly speaks it
  private static void rule(
      Recurrence rule, LocalDateTime first, Set<LocalDateTime> clocks, Draft draft, Warnings told) {
    Frequency frequency = rule.getFrequency();
    boolean slow = frequency == Frequency.DAILY || frequency == Frequency.WEEKLY;
    if (!slow || first.getYear() < 1970 || first.getYear() > 2199) {
      told.add(draft, "repeats neither daily nor weekly; the first time is taken");
      return;
    }
    Date start = Date.from(first.toInstant(ZoneOffset.UTC));
    Date last = new Date(start.getTime() + TimeUnit.DAYS.toMillis(MOST));
    DateIterator dates = rule.getDateIterator(start, PLAIN);
    while (dates.hasNext()) {
      Date next = dates.next();
      if (next.after(last) || clocks.size() >= MOST) {
        told.add(draft, "repeats for longer than " + MOST + " times or days; the rest is left out");
        return;
      }
      clocks.add(LocalDateTime.ofInstant(next.toInstant(), ZoneOffset.UTC));
    }
  }
}
