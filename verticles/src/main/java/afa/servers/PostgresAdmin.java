package afa.servers;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** What is said to a PostgreSQL around its start; blocking. */
final class PostgresAdmin {
  private static final String TIMEOUT_SECONDS = "20";

  private PostgresAdmin() {}

  /** Makes a database when it is not there. */
  static void ensureDatabase(Endpoint endpoint, String database) throws IOException {
    try (Connection connection = connect(endpoint)) {
      if (!exists(connection, database)) create(connection, database);
    } catch (SQLException failure) {
      throw new IOException(
          "PostgreSQL at " + endpoint + " does not let us in: " + failure.getMessage(), failure);
    }
  }

  private static boolean exists(Connection connection, String database) throws SQLException {
    String question = "select 1 from pg_database where datname = ?";
    try (PreparedStatement query = connection.prepareStatement(question)) {
      query.setString(1, database);
      try (ResultSet rows = query.executeQuery()) {
        return rows.next();
      }
    }
  }

  private static void create(Connection connection, String database) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("create database \"" + database + '"');
    }
  }

  private static Connection connect(Endpoint endpoint) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", PostgresKind.USER);
    properties.setProperty("password", endpoint.password());
    properties.setProperty("loginTimeout", TIMEOUT_SECONDS);
    properties.setProperty("socketTimeout", TIMEOUT_SECONDS);
    return DriverManager.getConnection("jdbc:postgresql://" + endpoint + "/postgres", properties);
  }
}
