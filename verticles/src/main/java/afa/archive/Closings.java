package afa.archive;

import afa.database.DatabaseUrl;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Which events are closed, as the archive remembers it. */
public final class Closings {
  private static final int CONNECT_SECONDS = 2;
  private static final int STEP_SECONDS = 5;

  private static final String KEPT =
      """
      select l.epoch, l.checkpoint, e.archived_at is not null
      from events e join lives l on l.event = e.event
      where e.event = $1 order by l.ordinal desc limit 1
      """;

  /** Only what was looked at: whatever was kept meanwhile is looked at the next time. */
  private static final String CLOSE =
      """
      update events e set archived_at = now() from lives l
      where e.event = $1 and e.archived_at is null
        and l.event = e.event and l.epoch = $2 and l.checkpoint = $3
      """;

  private static final String REOPEN = "update events set archived_at = null where event = $1";

  private final Pool pool;

  private Closings(Pool pool) {
    this.pool = pool;
  }

  /**
   * What the archive has of an event's newest life.
   *
   * @param checkpoint number of the newest update that was copied
   */
  record Kept(String epoch, long checkpoint, boolean isClosed) {}

  /** Connects when it is asked; PostgreSQL need not be there yet. */
  public static Closings connect(Vertx vertx, String databaseUrl) {
    return new Closings(DatabaseUrl.parse(databaseUrl).pool(vertx, 1, CONNECT_SECONDS));
  }

  Future<Optional<Kept>> kept(String event) {
    return ask(KEPT, Tuple.of(event)).map(rows -> {
      if (rows.size() == 0) return Optional.empty();
      Row row = rows.iterator().next();
      return Optional.of(new Kept(row.getString(0), row.getLong(1), row.getBoolean(2)));
    });
  }

  Future<Void> close(String event, Kept kept) {
    return ask(CLOSE, Tuple.of(event, kept.epoch(), kept.checkpoint())).mapEmpty();
  }

  Future<Void> reopen(String event) {
    return ask(REOPEN, Tuple.of(event)).mapEmpty();
  }

  private Future<RowSet<Row>> ask(String sql, Tuple parameters) {
    return pool.preparedQuery(sql).execute(parameters).timeout(STEP_SECONDS, TimeUnit.SECONDS);
  }

  Future<Void> close() {
    return pool.close();
  }
}
