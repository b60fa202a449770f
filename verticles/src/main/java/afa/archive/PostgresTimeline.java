package afa.archive;

import afa.database.DatabaseUrl;
import afa.database.Migrations;
import afa.database.PgText;
import afa.message.Happened;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The timeline in PostgreSQL. */
public final class PostgresTimeline implements Timeline {
  /** Whoever asks waits for no longer. */
  private static final int STEP_MILLIS = 2_500;

  private static final int CONNECT_SECONDS = 2;

  private static final int CONNECTIONS = 2;

  private static final String KEEP =
      """
      insert into timeline (id, at, node, verticle, who, kind, bad, sentence)
      values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing
      """;

  private static final String READ =
      """
      select id, at, node, verticle, who, kind, bad, sentence from timeline
      where $1::timestamptz is null or at < $1
      order by at desc fetch first $2 rows with ties
      """;

  private final Vertx vertx;
  private final DatabaseUrl database;
  private final Pool pool;

  private PostgresTimeline(Vertx vertx, DatabaseUrl database, Pool pool) {
    this.vertx = vertx;
    this.database = database;
    this.pool = pool;
  }

  /**
   * A timeline that connects when it is used; PostgreSQL need not be there yet.
   *
   * @param databaseUrl {@code postgresql://user:password@host:port/database}
   */
  public static PostgresTimeline connect(Vertx vertx, String databaseUrl) {
    DatabaseUrl database = DatabaseUrl.parse(databaseUrl);
    Pool pool = database.pool(vertx, CONNECTIONS, CONNECT_SECONDS);
    return new PostgresTimeline(vertx, database, pool);
  }

  @Override
  public Future<Void> prepare() {
    return vertx.executeBlocking(() -> {
      new Migrations(database).run();
      return null;
    });
  }

  @Override
  public Future<Void> keep(List<Happened> happened) {
    if (happened.isEmpty()) return Future.succeededFuture();
    List<Tuple> rows = happened.stream().map(PostgresTimeline::row).toList();
    return bounded(
            pool.withTransaction(connection -> connection.preparedQuery(KEEP).executeBatch(rows)))
        .mapEmpty();
  }

  private static Tuple row(Happened happened) {
    return Tuple.of(
            PgText.column(happened.id()),
            happened.at().atOffset(ZoneOffset.UTC),
            text(happened.node()),
            text(happened.verticle()),
            PgText.column(happened.who()),
            PgText.column(happened.kind()))
        .addValue(happened.bad())
        .addValue(PgText.column(happened.sentence()));
  }

  private static @Nullable String text(@Nullable String text) {
    return text == null ? null : PgText.column(text);
  }

  @Override
  public Future<List<Happened>> read(@Nullable Instant before, int limit) {
    OffsetDateTime until = before == null ? null : before.atOffset(ZoneOffset.UTC);
    return bounded(pool.preparedQuery(READ).execute(Tuple.of(until, limit)))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
            .map(PostgresTimeline::happened)
            .toList());
  }

  private static Happened happened(Row row) {
    return new Happened(
        row.getString(0),
        row.getOffsetDateTime(1).toInstant(),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getBoolean(6),
        row.getString(7));
  }

  private static <T> Future<T> bounded(Future<T> step) {
    return step.timeout(STEP_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public Future<Void> close() {
    return pool.close();
  }
}
