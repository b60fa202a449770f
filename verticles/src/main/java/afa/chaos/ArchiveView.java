package afa.chaos;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** What a PostgreSQL has of an event. */
final class ArchiveView {
  private static final String PATIENCE_SECONDS = "20";

  private ArchiveView() {}

  /**
   * An entry of a log as it was copied.
   *
   * @param body its JSON
   */
  record Copy(String epoch, String body) {}

  /** The entries of the log in the embedded PostgreSQL of a data directory, oldest first. */
  static List<String> entries(Path data, String event) throws IOException, SQLException {
    return copies(url(data), event).stream().map(Copy::body).toList();
  }

  /** The entries of the log, life after life, oldest first. */
  static List<Copy> copies(String url, String event) throws SQLException {
    String sql = "select epoch, body::text from updates where event = ? order by epoch, n";
    List<Copy> copies = new ArrayList<>();
    try (Connection database = connect(url);
        PreparedStatement query = database.prepareStatement(sql)) {
      query.setString(1, event);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) copies.add(new Copy(rows.getString(1), rows.getString(2)));
      }
    }
    return copies;
  }

  /** The newest number that was copied; 0 when there is none. */
  static long head(String url, String event) throws SQLException {
    try (Connection database = connect(url);
        PreparedStatement query =
            database.prepareStatement("select max(n) from updates where event = ?")) {
      query.setString(1, event);
      try (ResultSet rows = query.executeQuery()) {
        return rows.next() ? rows.getLong(1) : 0;
      }
    }
  }

  /** Takes a copy away; says whether it was there. */
  static boolean forget(String url, String event, long n) throws SQLException {
    try (Connection database = connect(url);
        PreparedStatement order =
            database.prepareStatement("delete from updates where event = ? and n = ?")) {
      order.setString(1, event);
      order.setLong(2, n);
      return order.executeUpdate() == 1;
    }
  }

  private static Connection connect(String url) throws SQLException {
    URI uri = URI.create(url);
    String[] user = uri.getUserInfo().split(":", 2);
    Properties login = new Properties();
    login.setProperty("user", user[0]);
    login.setProperty("password", user[1]);
    login.setProperty("loginTimeout", PATIENCE_SECONDS);
    login.setProperty("socketTimeout", PATIENCE_SECONDS);
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + uri.getPort() + uri.getPath(), login);
  }

  private static String url(Path data) throws IOException {
    Properties endpoint = new Properties();
    try (var file = Files.newBufferedReader(data.resolve("postgres/endpoint"))) {
      endpoint.load(file);
    }
    return "postgresql://afa:" + endpoint.getProperty("password") + "@127.0.0.1:"
        + endpoint.getProperty("port") + "/afa";
  }
}
