package afa.site.archive;

import afa.feed.EventInfo;
import afa.feed.Phase;
import afa.library.EventFigures;
import afa.library.KnownEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * An event as the pages of the archive show it.
 *
 * @param when its days, such as "24 to 26 May 2010"
 * @param phase where it is in its life, in a word or two
 * @param isArchived whether nothing comes in any more
 */
public record EventEntry(
    EventInfo info,
    String when,
    String phase,
    boolean isArchived,
    EventFigures figures,
    List<Day> days) {
  private static final DateTimeFormatter YEAR = format("d MMMM uuuu");

  /**
   * A day of an event.
   *
   * @param name as people say it
   * @param path address of its page
   */
  public record Day(String name, String path, long posts) {}

  static EventEntry of(KnownEvent known, EventFigures figures, Instant now) {
    EventInfo info = known.info();
    return new EventEntry(
        info,
        span(info.from(), info.to()),
        Phase.of(info, now, known.isArchived()).words(),
        known.isArchived(),
        figures,
        figures.days().stream()
            .map(day -> new Day(name(day.date()), path(info.event(), day.date()), day.posts()))
            .toList());
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }

  static String path(String event, LocalDate day) {
    return "/events/" + event + "/days/" + day;
  }

  static String name(LocalDate day) {
    return format("EEEE, d MMMM uuuu").format(day);
  }

  /** What both ends have in common is said once. */
  static String span(LocalDateTime from, LocalDateTime to) {
    LocalDate first = from.toLocalDate();
    LocalDate last = to.toLocalDate();
    if (!first.isBefore(last)) return YEAR.format(first);
    String start = first.getYear() != last.getYear()
        ? "d MMMM uuuu"
        : first.getMonth() != last.getMonth() ? "d MMMM" : "d";
    return format(start).format(first) + " to " + YEAR.format(last);
  }
}
