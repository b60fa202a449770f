package afa.library;

import afa.feed.EventInfo;
import afa.library.EventFigures.Day;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts what events amount to. Counting takes longer than a page may, so what was counted is told
 * again for a while, and counted anew meanwhile. Used on one event loop only.
 */
public final class Figures {
  /** In quarters of an hour, as that is what time zones differ by. */
  private static final String QUARTERS =
      """
      select date_bin('15 minutes', posted_at, 'epoch'), count(*) from updates
      where event = $1 and epoch = (select epoch from newest_lives where event = $1)
        and type = 'post'
      group by 1
      """;

  private static final String COUNTS =
      """
      with life as (select event, epoch from newest_lives where event = $1)
      select
        (select count(*) from (select distinct source, coalesce(author_handle, author_name)
          from updates join life using (event, epoch) where type = 'post') people),
        (select count(*) from updates join life using (event, epoch)
          where words @@ '=photo'::tsquery),
        (select count(*) from talks where event = $1 and not dropped)
      """;

  private final Library library;
  private final Remembered<String, EventFigures> counted;

  public Figures(Library library) {
    this.library = library;
    this.counted = new Remembered<>(System::nanoTime);
  }

  /** What was counted at most some seconds ago, or is counted now for the first time. */
  public Future<EventFigures> of(EventInfo info) {
    return counted.get(info.event() + " " + info.timeZone(), () -> count(info));
  }

  private Future<EventFigures> count(EventInfo info) {
    Tuple event = Tuple.of(info.event());
    return library
        .read(QUARTERS, event)
        .compose(quarters -> library.read(COUNTS, event).map(rows -> {
          Row row = rows.iterator().next();
          Map<LocalDate, Long> days = new TreeMap<>();
          for (Row quarter : quarters) {
            Instant at = quarter.getOffsetDateTime(0).toInstant();
            LocalDate day = at.atZone(ZoneId.of(info.timeZone())).toLocalDate();
            days.merge(day, quarter.getLong(1), Long::sum);
          }
          return figures(row, days);
        }));
  }

  private static EventFigures figures(Row row, Map<LocalDate, Long> days) {
    long posts = days.values().stream().mapToLong(Long::longValue).sum();
    return new EventFigures(
        posts,
        row.getLong(0),
        row.getLong(1),
        row.getLong(2),
        days.entrySet().stream()
            .map(day -> new Day(day.getKey(), day.getValue()))
            .toList());
  }
}
