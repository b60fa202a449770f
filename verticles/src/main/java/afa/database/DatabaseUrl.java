package afa.database;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where a database is, in the words that its drivers want.
 *
 * @param url as the Vert.x client wants it
 * @param jdbc as JDBC wants it, without user and password
 */
public record DatabaseUrl(String url, String jdbc, String user, String password) {
  private static final int DEFAULT_PORT = 5_432;
  /**
   * What PostgreSQL notices about the words of strangers is not for our log. And a node that stands
   * still within a transaction keeps the others from what it has locked for so long only.
   */
  private static final Map<String, String> USUAL =
      Map.of("client_min_messages", "warning", "idle_in_transaction_session_timeout", "5s");

  private static final String EXPECTED =
      "expected postgresql://user:password@host:5432/database, with '@', ':' and '/' in the"
          + " password written as %40, %3A and %2F";

  /**
   * Reads {@code postgresql://} or {@code postgres://}.
   *
   * @throws IllegalArgumentException without the URL in its message, as that holds a password
   */
  public static DatabaseUrl parse(String text) {
    URI uri = uri(text);
    boolean known = "postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme());
    if (!known || uri.getHost() == null || uri.getPath().length() < 2) {
      throw new IllegalArgumentException(EXPECTED);
    }
    String login = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
    int colon = login.indexOf(':');
    int port = uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return new DatabaseUrl(
        text,
        "jdbc:postgresql://" + uri.getHost() + ":" + port + uri.getRawPath() + query,
        decoded(colon < 0 ? login : login.substring(0, colon)),
        decoded(colon < 0 ? "" : login.substring(colon + 1)));
  }

  private static URI uri(String text) {
    try {
      return URI.create(text.strip());
    } catch (IllegalArgumentException unreadable) {
      throw new IllegalArgumentException(EXPECTED);
    }
  }

  /** Not as in a form: a plus is a plus. */
  private static String decoded(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /**
   * Connections that are made when they are used; PostgreSQL need not be there yet.
   *
   * @param most at the same time
   * @param seconds after which whoever waits for one is told that there is none
   */
  public Pool pool(Vertx vertx, int most, int seconds) {
    return pool(vertx, most, seconds, Map.of());
  }

  /**
   * The same with settings of PostgreSQL.
   *
   * @param session its settings, such as {@code statement_timeout}
   */
  public Pool pool(Vertx vertx, int most, int seconds, Map<String, String> session) {
    PgConnectOptions options = PgConnectOptions.fromUri(url).setCachePreparedStatements(true);
    USUAL.forEach(options::addProperty);
    session.forEach(options::addProperty);
    return PgBuilder.pool()
        .with(new PoolOptions().setMaxSize(most).setConnectionTimeout(seconds))
        .connectingTo(options)
        .using(vertx)
        .build();
  }

  /** Hides the password. */
  @Override
  public String toString() {
    return jdbc;
  }
}
