package afa.library;

import afa.bus.BusFailure;
import afa.database.DatabaseUrl;
import afa.database.Migrations;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Questions to PostgreSQL. While it is away, each fails with {@link BusFailure.Kind#UNAVAILABLE}
 * within {@value #STEP_SECONDS} seconds.
 */
public final class Library {
  private static final int CONNECT_SECONDS = 2;
  private static final int STEP_SECONDS = 10;
  private static final int CONNECTIONS = 4;

  /** At once: pages of talks, events and posts have the other connections. */
  private static final int SEARCHES = 2;

  /** Mostly one takes some milliseconds. */
  private static final int WAITING_SEARCHES = 50;

  private static final Duration SEARCH_PATIENCE = Duration.ofSeconds(2);

  /** Rows that an event loop reads in one turn; a post of 1 KB takes some 20 µs. */
  private static final int AT_ONCE = 50;

  /** After which PostgreSQL gives a question up, so that none keeps it from its other work. */
  static final int STATEMENT_SECONDS = 5;

  /** How PostgreSQL says that it did. */
  private static final String GIVEN_UP = "57014";

  /** What a word costs to look for depends on the word: each question gets a plan of its own. */
  private static final Map<String, String> SESSION =
      Map.of("statement_timeout", STATEMENT_SECONDS + "s", "plan_cache_mode", "force_custom_plan");

  /** SQLSTATE of a table or a column that is not there: an archive brings it, once it has come up. */
  private static final Set<String> NOT_YET = Set.of("42P01", "42703");

  private final Vertx vertx;
  private final Optional<DatabaseUrl> database;
  private final @Nullable Pool pool;
  private final Turnstile searches;

  private Library(Vertx vertx, Optional<DatabaseUrl> database) {
    this.vertx = vertx;
    this.database = database;
    this.searches = new Turnstile(vertx, SEARCHES, WAITING_SEARCHES, SEARCH_PATIENCE);
    this.pool = database
        .map(at -> at.pool(vertx, CONNECTIONS, CONNECT_SECONDS, SESSION))
        .orElse(null);
  }

  /**
   * Connects when it is asked; PostgreSQL need not be there yet.
   *
   * @param database empty on a node that was told of none: then every question fails
   */
  public static Library at(Vertx vertx, Optional<DatabaseUrl> database) {
    return new Library(vertx, database);
  }

  /** Brings the tables up to date; fails while PostgreSQL is away. */
  public Future<Void> prepare() {
    return vertx.executeBlocking(() -> {
      if (database.isPresent()) new Migrations(database.get()).run();
      return null;
    });
  }

  /** Asks one question; fails with {@link TooSlow} when PostgreSQL gave it up. */
  public Future<RowSet<Row>> read(String sql, Tuple parameters) {
    if (pool == null) return Future.failedFuture(away("this node was told of no DATABASE_URL"));
    return pool.preparedQuery(sql)
        .execute(parameters)
        .timeout(STEP_SECONDS, TimeUnit.SECONDS)
        .recover(failure -> Future.failedFuture(told(failure)));
  }

  /** The same; of many rows the answer is made on a worker, so that nobody else waits for it. */
  public <T> Future<T> read(String sql, Tuple parameters, Function<RowSet<Row>, T> answer) {
    return read(sql, parameters)
        .compose(rows -> rows.size() <= AT_ONCE
            ? Future.succeededFuture(answer.apply(rows))
            : vertx.executeBlocking(() -> answer.apply(rows), false));
  }

  /**
   * Asks what may take PostgreSQL seconds. Half of the connections at most do that; where too many
   * want it, it fails with {@link BusFailure.Kind#UNAVAILABLE}. Called on one event loop only.
   */
  Future<RowSet<Row>> search(String sql, Tuple parameters) {
    return searches.pass(() -> read(sql, parameters));
  }

  private static Throwable told(Throwable failure) {
    if (GIVEN_UP.equals(state(failure))) return new TooSlow();
    return isOurMistake(failure) ? failure : away(failure.getMessage());
  }

  private static String state(Throwable failure) {
    return failure instanceof PgException refused ? String.valueOf(refused.getSqlState()) : "";
  }

  private static boolean isOurMistake(Throwable failure) {
    String state = state(failure);
    boolean aboutTheQuestion = state.startsWith("22") || state.startsWith("42");
    return aboutTheQuestion && !NOT_YET.contains(state);
  }

  private static BusFailure away(@Nullable String reason) {
    return new BusFailure(BusFailure.Kind.UNAVAILABLE, "the archive is away: " + reason);
  }

  public Future<Void> close() {
    return pool == null ? Future.succeededFuture() : pool.close();
  }
}
