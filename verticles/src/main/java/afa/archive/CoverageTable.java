package afa.archive;

import afa.database.PgText;
import afa.feed.Coverage;
import afa.feed.CoverageInterval;
import afa.feed.CoverageInterval.Kind;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The coverage of an event's sources in PostgreSQL. */
final class CoverageTable {
  /** Of two archivers one waits for the other. */
  private static final String LOCK = "select event from events where event = $1 for update";

  private static final String READ =
      """
      select source, from_at, to_at, kind, posts, reason from coverage
      where event = $1 order by source, from_at
      """;

  private static final String DELETE =
      "delete from coverage where event = $1 and source = $2 and from_at = $3";

  private static final String INSERT =
      """
      insert into coverage (event, source, from_at, to_at, kind, posts, reason)
      values ($1, $2, $3, $4, $5, $6, $7)
      """;

  private final SqlClient client;
  private final String event;

  /**
   * @param client of a transaction, for what writes
   */
  CoverageTable(SqlClient client, String event) {
    this.client = client;
    this.event = event;
  }

  Future<Map<String, Coverage>> read() {
    return client.preparedQuery(READ).execute(Tuple.of(event)).map(CoverageTable::sources);
  }

  private static Map<String, Coverage> sources(RowSet<Row> rows) {
    Map<String, List<CoverageInterval>> intervals = new TreeMap<>();
    for (Row row : rows) {
      intervals
          .computeIfAbsent(row.getString("source"), first -> new ArrayList<>())
          .add(interval(row));
    }
    Map<String, Coverage> sources = new TreeMap<>();
    intervals.forEach((source, all) -> sources.put(source, new Coverage(all)));
    return sources;
  }

  private static CoverageInterval interval(Row row) {
    return new CoverageInterval(
        row.getOffsetDateTime("from_at").toInstant(),
        row.getOffsetDateTime("to_at").toInstant(),
        Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getLong("posts"),
        row.getString("reason"));
  }

  /** Brings what is kept up to date with what the log says, unless there is a newer archiver. */
  Future<Void> merge(long fence, Map<String, Coverage> told) {
    return client
        .preparedQuery(ArchiveSql.ADD_EVENT)
        .execute(Tuple.of(event))
        .compose(known -> client.preparedQuery(LOCK).execute(Tuple.of(event)))
        .compose(mine -> insistOn(fence))
        .compose(mine -> read())
        .compose(kept -> write(kept, told));
  }

  private Future<Void> insistOn(long fence) {
    return client.preparedQuery(ArchiveSql.ARCHIVER).execute(Tuple.of(event)).compose(rows -> {
      long newest = rows.size() == 0 ? 0 : rows.iterator().next().getLong(0);
      return newest > 0 && newest <= fence
          ? Future.succeededFuture()
          : Future.failedFuture(new Archive.Superseded(event, fence, newest));
    });
  }

  /** Only what differs: that is usually the newest interval of each source. */
  private Future<Void> write(Map<String, Coverage> kept, Map<String, Coverage> told) {
    List<Tuple> deletes = new ArrayList<>();
    List<Tuple> inserts = new ArrayList<>();
    told.forEach((source, ledger) -> {
      Coverage before = kept.getOrDefault(source, Coverage.NONE);
      Coverage after = KeptCoverage.merge(before, ledger);
      without(before, after).forEach(old -> deletes.add(Tuple.of(event, source, utc(old.from()))));
      without(after, before).forEach(fresh -> inserts.add(row(source, fresh)));
    });
    return batch(DELETE, deletes).compose(deleted -> batch(INSERT, inserts));
  }

  private static List<CoverageInterval> without(Coverage these, Coverage those) {
    List<CoverageInterval> rest = new ArrayList<>(these.intervals());
    rest.removeAll(those.intervals());
    return rest;
  }

  private Tuple row(String source, CoverageInterval interval) {
    return Tuple.tuple()
        .addString(event)
        .addString(PgText.column(source))
        .addOffsetDateTime(utc(interval.from()))
        .addOffsetDateTime(utc(interval.to()))
        .addString(interval.kind().name().toLowerCase(Locale.ROOT))
        .addLong(interval.posts())
        .addString(PgText.column(interval.reason()));
  }

  private static OffsetDateTime utc(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }

  private Future<Void> batch(String sql, List<Tuple> tuples) {
    return tuples.isEmpty()
        ? Future.succeededFuture()
        : client.preparedQuery(sql).executeBatch(tuples).mapEmpty();
  }
}
