package afa.library.talk;

import afa.library.Library;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** How many posts each minute of a talk brought, by the time at which they were written. */
public final class TalkRhythm {
  private static final String MINUTES =
      "select p.talk, date_trunc('minute', u.posted_at) as minute, count(*) as posts ";
  private static final String GROUPED = " group by 1, 2";

  private final Library library;

  public TalkRhythm(Library library) {
    this.library = library;
  }

  /** Minutes without posts are left out. */
  public Future<NavigableMap<Instant, Long>> of(String event, String talk) {
    return library
        .read(MINUTES + PlacedSql.OF_TALK + GROUPED, Tuple.of(event, talk), TalkRhythm::byTalk)
        .map(talks -> talks.getOrDefault(talk, new TreeMap<>()));
  }

  /** The same for each talk of the event that has posts. */
  public Future<Map<String, NavigableMap<Instant, Long>>> ofAll(String event) {
    return library.read(
        MINUTES + PlacedSql.OF_EVENT + GROUPED, Tuple.of(event), TalkRhythm::byTalk);
  }

  private static Map<String, NavigableMap<Instant, Long>> byTalk(RowSet<Row> rows) {
    Map<String, NavigableMap<Instant, Long>> talks = new HashMap<>();
    for (Row row : rows) {
      talks
          .computeIfAbsent(row.getString("talk"), first -> new TreeMap<>())
          .put(row.getOffsetDateTime("minute").toInstant(), row.getLong("posts"));
    }
    return talks;
  }
}
