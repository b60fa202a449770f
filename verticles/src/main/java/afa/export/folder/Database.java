package afa.export.folder;

import afa.database.DatabaseUrl;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** A PostgreSQL, seen at one moment or changed in one step. Blocking. */
final class Database {
  private static final String CONNECT_SECONDS = "5";
  private static final String SILENCE_SECONDS = "600";

  private final DatabaseUrl url;

  Database(DatabaseUrl url) {
    this.url = url;
  }

  /** Work with a connection. */
  interface Work<T> {
    T with(Connection connection) throws SQLException, IOException;
  }

  /** Reads what it holds at one moment, however long that takes. */
  <T> T read(Work<T> work) throws IOException {
    return run(true, work);
  }

  /** Changes all or nothing. */
  <T> T change(Work<T> work) throws IOException {
    return run(false, work);
  }

  private <T> T run(boolean readOnly, Work<T> work) throws IOException {
    try (Connection connection = connect()) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setReadOnly(readOnly);
      try (Statement statement = connection.createStatement()) {
        statement.execute("set time zone 'UTC'"); // times are written the same everywhere
      }
      T result = work.with(connection);
      connection.commit();
      return result;
    } catch (SQLException failure) {
      throw new IOException("PostgreSQL: " + failure.getMessage(), failure);
    }
  }

  private Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", url.user());
    properties.setProperty("password", url.password());
    properties.setProperty("connectTimeout", CONNECT_SECONDS);
    properties.setProperty("loginTimeout", CONNECT_SECONDS);
    properties.setProperty("socketTimeout", SILENCE_SECONDS);
    return DriverManager.getConnection(url.jdbc(), properties);
  }
}
