package afa.archive;

import afa.archive.Archive.Batch;
import afa.archive.Archive.Kept;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/** The steps of one transaction that keeps a batch. */
final class BatchWrite {
  private BatchWrite() {}

  /** Fails with {@link MovedOn} where the checkpoint is not where the batch begins. */
  static Future<Kept> run(SqlConnection connection, Batch batch, List<Sorted> sorted) {
    List<Sorted.Row> rows = of(Sorted.Row.class, sorted);
    List<Sorted.Held> held = of(Sorted.Held.class, sorted);
    ArchiveSql sql = new ArchiveSql(batch.event(), batch.epoch());
    return connection
        .preparedQuery(ArchiveSql.MOVE)
        .execute(sql.move(batch))
        .compose(moved ->
            moved.rowCount() == 1 ? Future.succeededFuture() : Future.failedFuture(new MovedOn()))
        .compose(mine -> each(connection, RowArrays.INSERT, sql.inserts(rows)))
        .compose(inserted -> each(connection, ArchiveSql.HOLD, sql.holds(held)))
        .compose(put -> amend(connection, sql, rows))
        .map(done -> new Kept(batch.last(), rows.size(), held.size()));
  }

  /** In the order of the log: a text may be replaced and then removed. */
  private static Future<Void> amend(
      SqlConnection connection, ArchiveSql sql, List<Sorted.Row> rows) {
    Future<Void> chain = Future.succeededFuture();
    for (Sorted.Row row : rows) {
      switch (row.update().type()) {
        case RETRACT -> chain = chain.compose(before -> retract(connection, sql, row));
        case REVISE -> chain = chain.compose(before -> revise(connection, sql, row));
        case POST, GONE -> {}
      }
    }
    return chain;
  }

  private static Future<Void> retract(SqlConnection connection, ArchiveSql sql, Sorted.Row row) {
    List<Tuple> amendment = List.of(sql.amendment(row));
    return each(connection, ArchiveSql.UNPLACE, amendment)
        .compose(unplaced -> each(connection, ArchiveSql.RETRACT, amendment))
        .compose(blank -> each(connection, ArchiveSql.FORGET, amendment))
        .compose(blank -> each(connection, ArchiveSql.RELEASE, amendment));
  }

  private static Future<Void> revise(SqlConnection connection, ArchiveSql sql, Sorted.Row row) {
    List<Tuple> amendment = List.of(sql.amendment(row));
    return each(connection, ArchiveSql.REVISE, List.of(sql.revise(row)))
        .compose(revised -> each(connection, ArchiveSql.SUPERSEDE, amendment))
        .compose(blank -> each(connection, ArchiveSql.RELEASE, amendment));
  }

  /** All sent at once. */
  private static Future<Void> each(SqlConnection connection, String sql, List<Tuple> tuples) {
    if (tuples.isEmpty()) return Future.succeededFuture();
    return connection.preparedQuery(sql).executeBatch(tuples).mapEmpty();
  }

  private static <T> List<T> of(Class<T> type, List<Sorted> sorted) {
    List<T> chosen = new ArrayList<>();
    for (Sorted each : sorted) if (type.isInstance(each)) chosen.add(type.cast(each));
    return chosen;
  }

  /** Another archiver has copied something since the checkpoint was read, or took over. */
  static final class MovedOn extends RuntimeException {
    private static final long serialVersionUID = 1;

    MovedOn() {
      super("another archiver was faster", null, false, false);
    }
  }
}
