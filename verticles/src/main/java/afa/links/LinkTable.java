package afa.links;

import afa.database.DatabaseUrl;
import afa.database.Migrations;
import afa.database.PgText;
import afa.feed.FeedJson;
import afa.feed.Link;
import afa.feed.Post;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The addresses in PostgreSQL: which posts name them, and where they lead. */
final class LinkTable {
  private static final int CONNECT_SECONDS = 5;
  private static final int STEP_SECONDS = 30;
  private static final int CONNECTIONS = 2;

  /** Entries of a log that are looked through at once. */
  private static final int PAGE = 500;

  private final Vertx vertx;
  private final DatabaseUrl database;
  private final Pool pool;

  LinkTable(Vertx vertx, DatabaseUrl database) {
    this.vertx = vertx;
    this.database = database;
    this.pool = database.pool(vertx, CONNECTIONS, CONNECT_SECONDS);
  }

  /** A log, up to where it was looked through and up to where there is something. */
  record Log(String event, String epoch, long cursor, long checkpoint) {}

  /** An address to look at. */
  record Due(String address, URI url) {}

  /** Brings the tables up to date; addresses that lost their row get it again. */
  Future<Void> prepare() {
    return vertx
        .<Void>executeBlocking(() -> {
          new Migrations(database).run();
          return null;
        })
        .compose(ready -> ask(LinkSql.REPAIR, Tuple.tuple()))
        .mapEmpty();
  }

  /** The newest lives of all logs that have entries nobody looked through. */
  Future<List<Log>> behind() {
    return ask(LinkSql.BEHIND, Tuple.tuple()).map(rows -> {
      List<Log> logs = new ArrayList<>();
      for (Row row : rows) {
        logs.add(new Log(row.getString(0), row.getString(1), row.getLong(2), row.getLong(3)));
      }
      return logs;
    });
  }

  /** Looks through the next entries of a log; where it stands then. */
  Future<Log> gather(Log log) {
    long end = Math.min(log.checkpoint(), log.cursor() + PAGE);
    Tuple run = Tuple.of(log.event(), log.epoch(), log.cursor(), end);
    return bounded(pool.withTransaction(connection -> connection
        .preparedQuery(LinkSql.POSTS)
        .execute(run)
        .compose(rows -> keep(connection, log.event(), rows))
        .compose(kept ->
            connection.preparedQuery(LinkSql.MOVE).execute(Tuple.of(log.event(), log.epoch(), end)))
        .map(moved -> new Log(log.event(), log.epoch(), end, log.checkpoint()))));
  }

  private static Future<Void> keep(SqlConnection connection, String event, RowSet<Row> rows) {
    List<Tuple> links = new ArrayList<>();
    List<Tuple> said = new ArrayList<>();
    for (Row row : rows) {
      addresses(row.getString(0)).forEach((address, url) -> {
        links.add(Tuple.of(address, url));
        said.add(Tuple.of(event, row.getString(1), row.getString(2), address, url));
      });
    }
    if (said.isEmpty()) return Future.succeededFuture();
    return connection
        .preparedQuery(LinkSql.SAY)
        .executeBatch(said)
        .compose(kept -> connection.preparedQuery(LinkSql.ADD).executeBatch(links))
        .mapEmpty();
  }

  /** What a post names, in one spelling each, with its own. */
  private static Map<String, String> addresses(String body) {
    Map<String, String> addresses = new LinkedHashMap<>();
    for (Link link : links(body)) {
      if (link.url() == null || link.kind() == Link.Kind.MENTION || link.kind() == Link.Kind.TAG) {
        continue;
      }
      LinkAddress.of(link.url())
          .map(PgText::column)
          .ifPresent(address -> addresses.putIfAbsent(address, PgText.column(link.url())));
    }
    return addresses;
  }

  private static List<Link> links(String body) {
    try {
      Post post = FeedJson.post(body);
      return post.links();
    } catch (FeedJson.Malformed ofAnotherVersion) {
      return List.of();
    }
  }

  /** Those whose time has come, the oldest first; each is somebody's until its next time. */
  Future<List<Due>> due(int limit, Duration lease) {
    return ask(LinkSql.DUE, Tuple.of(limit, lease.toSeconds())).map(rows -> {
      List<Due> due = new ArrayList<>();
      for (Row row : rows) {
        LinkAddress.visitable(row.getString("url"))
            .ifPresent(url -> due.add(new Due(row.getString("address"), url)));
      }
      return due;
    });
  }

  /**
   * Keeps where an address led, unless nobody names it any more.
   *
   * @param wait until it is tried again where nobody answered
   */
  Future<Void> keep(Due due, Expansion found, Duration wait) {
    String landed = found.landed() == null ? null : found.landed().toString();
    String leadsTo = landed == null ? null : LinkAddress.of(landed).orElse(null);
    Tuple result = Tuple.of(
        due.address(),
        found.state().name().toLowerCase(Locale.ROOT),
        landed,
        leadsTo,
        PgText.column(found.title()),
        wait.toSeconds());
    return ask(LinkSql.KEEP, result).mapEmpty();
  }

  private Future<RowSet<Row>> ask(String sql, Tuple parameters) {
    return bounded(pool.preparedQuery(sql).execute(parameters));
  }

  private static <T> Future<T> bounded(Future<T> step) {
    return step.timeout(STEP_SECONDS, TimeUnit.SECONDS);
  }

  Future<Void> close() {
    return pool.close();
  }
}
