package afa.talks;

import afa.database.DatabaseUrl;
import afa.database.Migrations;
import afa.library.Library;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** PostgreSQL for those who keep talks: what writes is refused unless it is the newest owner's. */
public final class TalkDatabase {
  private static final int CONNECT_SECONDS = 5;
  private static final int STEP_SECONDS = 30;
  private static final int CONNECTIONS = 3;

  private static final String ADD_EVENT =
      """
      insert into events (event, info) values ($1, $2::text::json)
      on conflict (event) do update set info = excluded.info
      """;

  private static final String CLAIM =
      """
      insert into placers as last (event, fence)
      values ($1, (extract(epoch from clock_timestamp()) * 1000)::bigint)
      on conflict (event) do update set fence = greatest(last.fence + 1, excluded.fence)
      returning fence
      """;

  /** Whoever claims waits until this transaction is over. */
  private static final String OWNER = "select fence from placers where event = $1 for share";

  private final Vertx vertx;
  private final DatabaseUrl database;
  private final Pool pool;
  private final Library library;

  private TalkDatabase(Vertx vertx, DatabaseUrl database) {
    this.vertx = vertx;
    this.database = database;
    this.pool = database.pool(vertx, CONNECTIONS, CONNECT_SECONDS);
    this.library = Library.at(vertx, Optional.of(database));
  }

  /**
   * Connects when it is used; PostgreSQL need not be there yet.
   *
   * @param databaseUrl {@code postgresql://user:password@host:port/database}
   */
  public static TalkDatabase connect(Vertx vertx, String databaseUrl) {
    return new TalkDatabase(vertx, DatabaseUrl.parse(databaseUrl));
  }

  /** Brings the tables up to date. */
  Future<Void> prepare() {
    return vertx.executeBlocking(() -> {
      new Migrations(database).run();
      return null;
    });
  }

  /**
   * Gives the talks of an event a new owner; its number is higher than that of every earlier one.
   *
   * @param info JSON of the event's description
   */
  Future<Long> claim(String event, String info) {
    return bounded(pool.withTransaction(connection -> connection
        .preparedQuery(ADD_EVENT)
        .execute(Tuple.of(event, info))
        .compose(known -> connection.preparedQuery(CLAIM).execute(Tuple.of(event)))
        .map(rows -> rows.iterator().next().getLong(0))));
  }

  /** A transaction of the owner with that number; fails with {@link Superseded} when it is not. */
  <T> Future<T> write(String event, long fence, Function<SqlConnection, Future<T>> work) {
    return bounded(pool.withTransaction(
        connection -> connection.preparedQuery(OWNER).execute(Tuple.of(event)).compose(rows -> {
          long newest = rows.size() == 0 ? 0 : rows.iterator().next().getLong(0);
          return newest > 0 && newest <= fence
              ? work.apply(connection)
              : Future.failedFuture(new Superseded(event, fence, newest));
        })));
  }

  Future<RowSet<Row>> read(String sql, Tuple parameters) {
    return bounded(pool.preparedQuery(sql).execute(parameters));
  }

  /** Nothing for no rows; else all sent at once. */
  static Future<Void> each(SqlConnection connection, String sql, List<Tuple> rows) {
    return rows.isEmpty()
        ? Future.succeededFuture()
        : connection.preparedQuery(sql).executeBatch(rows).mapEmpty();
  }

  private static <T> Future<T> bounded(Future<T> step) {
    return step.timeout(STEP_SECONDS, TimeUnit.SECONDS);
  }

  /** For what needs no owner. */
  Library library() {
    return library;
  }

  public Future<Void> close() {
    return pool.close().eventually(library::close);
  }
}
