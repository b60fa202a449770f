package afa.library.talk;

import afa.feed.Coverage;
import afa.feed.CoverageInterval;
import afa.feed.CoverageInterval.Kind;
import afa.library.Library;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What the archive has of the sources' time. */
public final class TalkCoverage {
  private static final String INTERVALS =
      """
      select source, from_at, to_at, kind, posts, reason from coverage
      where event = $1 and from_at < $3 and to_at > $2 order by source, from_at
      """;

  private static final String SOURCES = "select distinct source from coverage where event = $1";

  private final Library library;

  public TalkCoverage(Library library) {
    this.library = library;
  }

  /**
   * By source, what overlaps with a time. Sources that claimed other times only are there with
   * {@link Coverage#NONE}.
   */
  public Future<Map<String, Coverage>> of(String event, Instant from, Instant to) {
    Tuple time = Tuple.of(event, from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC));
    return library
        .read(SOURCES, Tuple.of(event))
        .compose(known -> library.read(INTERVALS, time).map(rows -> {
          Map<String, List<CoverageInterval>> sources = new TreeMap<>();
          for (Row row : known) sources.put(row.getString(0), new ArrayList<>());
          for (Row row : rows) {
            sources
                .computeIfAbsent(row.getString("source"), first -> new ArrayList<>())
                .add(interval(row));
          }
          Map<String, Coverage> coverage = new TreeMap<>();
          sources.forEach((source, all) -> coverage.put(source, new Coverage(all)));
          return coverage;
        }));
  }

  private static CoverageInterval interval(Row row) {
    return new CoverageInterval(
        row.getOffsetDateTime("from_at").toInstant(),
        row.getOffsetDateTime("to_at").toInstant(),
        kind(row.getString("kind")),
        row.getLong("posts"),
        row.getString("reason"));
  }

  private static Kind kind(String word) {
    return Kind.valueOf(word.toUpperCase(Locale.ROOT));
  }
}
