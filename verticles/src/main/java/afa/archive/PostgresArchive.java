package afa.archive;

import afa.database.DatabaseUrl;
import afa.database.Migrations;
import afa.feed.Coverage;
import afa.feed.LogEntry;
import afa.message.ArchivePage;
import afa.message.ReadArchive;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

/** The archive in PostgreSQL. */
public final class PostgresArchive implements Archive {
  private static final int CONNECT_SECONDS = 5;

  /** A step that takes longer is given up; should it succeed after all, the checkpoint tells. */
  private static final int STEP_SECONDS = 30;

  private static final int CONNECTIONS = 4;

  private final Vertx vertx;
  private final DatabaseUrl database;
  private final Pool pool;

  private PostgresArchive(Vertx vertx, DatabaseUrl database, Pool pool) {
    this.vertx = vertx;
    this.database = database;
    this.pool = pool;
  }

  /**
   * An archive that connects when it is used; PostgreSQL need not be there yet.
   *
   * @param databaseUrl {@code postgresql://user:password@host:port/database}
   * @throws IllegalArgumentException saying what was expected
   */
  public static PostgresArchive connect(Vertx vertx, String databaseUrl) {
    DatabaseUrl database = DatabaseUrl.parse(databaseUrl);
    Pool pool = database.pool(vertx, CONNECTIONS, CONNECT_SECONDS);
    return new PostgresArchive(vertx, database, pool);
  }

  @Override
  public Future<Void> prepare() {
    return vertx.executeBlocking(() -> {
      new Migrations(database).run();
      return null;
    });
  }

  @Override
  public Future<Long> checkpoint(String event, String epoch) {
    Tuple life = Tuple.of(event, epoch);
    return bounded(pool.withTransaction(connection -> connection
        .preparedQuery(ArchiveSql.ADD_EVENT)
        .execute(Tuple.of(event))
        .compose(known -> connection.preparedQuery(ArchiveSql.ADD_LIFE).execute(life))
        .compose(known -> connection.preparedQuery(ArchiveSql.CHECKPOINT).execute(life))
        .map(rows -> rows.iterator().next().getLong(0))));
  }

  @Override
  public Future<Long> claim(String event) {
    Tuple about = Tuple.of(event);
    return bounded(pool.withTransaction(connection -> connection
        .preparedQuery(ArchiveSql.ADD_EVENT)
        .execute(about)
        .compose(known -> connection.preparedQuery(ArchiveSql.CLAIM).execute(about))
        .map(rows -> rows.iterator().next().getLong(0))));
  }

  /** Sorts elsewhere than on the event loop, as it takes 10 ms in which its readers would wait. */
  @Override
  public Future<Kept> keep(Batch batch) {
    return vertx
        .executeBlocking(() -> batch.entries().stream().map(Sorted::of).toList())
        .compose(sorted -> keep(batch, sorted));
  }

  /** What PostgreSQL refuses is searched for by halves and held aside, so that it blocks nothing. */
  private Future<Kept> keep(Batch batch, List<Sorted> sorted) {
    return bounded(pool.withTransaction(connection -> BatchWrite.run(connection, batch, sorted)))
        .recover(failure -> {
          if (failure instanceof BatchWrite.MovedOn) return movedOn(batch);
          if (!isAboutTheData(failure)) return Future.failedFuture(failure);
          return sorted.size() == 1 ? hold(batch, failure) : halves(batch, sorted);
        });
  }

  private Future<Kept> halves(Batch batch, List<Sorted> sorted) {
    int size = sorted.size();
    int middle = size / 2;
    return keep(batch.part(0, middle), sorted.subList(0, middle))
        .compose(first -> first.checkpoint() != batch.since() + middle
            ? Future.succeededFuture(first)
            : keep(batch.part(middle, size), sorted.subList(middle, size)).map(first::and));
  }

  private Future<Kept> hold(Batch batch, Throwable refusal) {
    Sorted held = Sorted.held(batch.entries().get(0), "PostgreSQL: " + refusal.getMessage());
    return bounded(
            pool.withTransaction(connection -> BatchWrite.run(connection, batch, List.of(held))))
        .recover(failure ->
            failure instanceof BatchWrite.MovedOn ? movedOn(batch) : Future.failedFuture(failure));
  }

  private Future<Kept> movedOn(Batch batch) {
    return read(ArchiveSql.ARCHIVER, Tuple.of(batch.event())).compose(rows -> {
      long newest = rows.size() == 0 ? 0 : rows.iterator().next().getLong(0);
      return newest > 0 && newest <= batch.fence()
          ? checkpoint(batch.event(), batch.epoch()).map(checkpoint -> new Kept(checkpoint, 0, 0))
          : Future.failedFuture(new Superseded(batch.event(), batch.fence(), newest));
    });
  }

  /** Classes of SQLSTATE: data exception, constraint violation, limit exceeded (PostgreSQL, A). */
  private static boolean isAboutTheData(Throwable failure) {
    String state = failure instanceof PgException refused ? refused.getSqlState() : null;
    return state != null
        && (state.startsWith("22") || state.startsWith("23") || state.startsWith("54"));
  }

  @Override
  public Future<Long> count(String event) {
    return read(ArchiveSql.COUNT, Tuple.of(event))
        .map(rows -> rows.iterator().next().getLong(0));
  }

  @Override
  public Future<List<LogEntry>> page(String event, long since, int limit) {
    return read(ArchiveSql.PAGE, Tuple.of(event, since, limit))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
            .map(row -> new LogEntry(row.getLong(0), row.getString(1)))
            .toList());
  }

  @Override
  public Future<ArchivePage> again(ReadArchive request) {
    return read(ArchiveSql.NEWEST, Tuple.of(request.event(), request.epoch())).compose(lives -> {
      if (lives.size() == 0) {
        return Future.succeededFuture(new ArchivePage(false, "", 0, false, List.of()));
      }
      Row life = lives.iterator().next();
      return entries(request, life.getString(0), life.getLong(1))
          .map(entries -> new ArchivePage(
              false, life.getString(0), life.getLong(1), life.getBoolean(2), entries));
    });
  }

  private Future<List<ArchivePage.Entry>> entries(ReadArchive asked, String epoch, long last) {
    if (asked.limit() == 0) return Future.succeededFuture(List.of());
    Tuple which = Tuple.of(asked.event(), epoch, asked.since(), last, asked.limit());
    return read(ArchiveSql.AGAIN, which).map(rows -> StreamSupport.stream(rows.spliterator(), false)
        .map(row -> new ArchivePage.Entry(row.getLong(0), row.getString(1), row.getString(2)))
        .toList());
  }

  @Override
  public Future<Void> keepCoverage(String event, long fence, Map<String, Coverage> told) {
    return bounded(pool.withTransaction(
        connection -> new CoverageTable(connection, event).merge(fence, told)));
  }

  @Override
  public Future<Map<String, Coverage>> coverage(String event) {
    return bounded(new CoverageTable(pool, event).read());
  }

  private Future<RowSet<Row>> read(String sql, Tuple parameters) {
    return bounded(pool.preparedQuery(sql).execute(parameters));
  }

  private static <T> Future<T> bounded(Future<T> step) {
    return step.timeout(STEP_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public Future<Void> close() {
    return pool.close();
  }
}
