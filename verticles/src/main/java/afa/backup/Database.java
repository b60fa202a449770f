package afa.backup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The database, table by table by COPY: the embedded PostgreSQL has no pg_dump, and that of another
 * version would refuse. Blocking.
 */
final class Database {
  /** Bytes as they are, whatever they mean. */
  private static final Charset BYTES = StandardCharsets.ISO_8859_1;

  private static final int CONNECT_SECONDS = 5;
  private static final int SILENCE_SECONDS = 600;

  private final PGSimpleDataSource source;

  Database(String url) {
    this.source = source(url);
  }

  /**
   * What was copied.
   *
   * @param schema number of the newest migration
   * @param tables those that others refer to first
   */
  record Contents(String schema, List<Table> tables) {
    Contents {
      tables = List.copyOf(tables);
    }
  }

  /** A table and its columns. */
  record Table(String name, List<String> columns, long rows) {
    Table {
      columns = List.copyOf(columns);
    }

    String withColumns() {
      return '"' + name + "\" (\"" + String.join("\", \"", columns) + "\")";
    }

    Path file(Path directory) {
      return directory.resolve(name + ".copy.gz");
    }
  }

  /** Writes what the database holds at one moment, however long it takes. */
  Contents copyTo(Path directory) throws IOException {
    Files.createDirectory(directory);
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setReadOnly(true);
      Schema schema = new Schema(connection);
      List<Table> copied = new ArrayList<>();
      for (Table table : schema.tables()) copied.add(copy(connection, table, directory));
      return new Contents(schema.version(), copied);
    } catch (SQLException failure) {
      throw new IOException("PostgreSQL: " + failure.getMessage(), failure);
    }
  }

  private static Table copy(Connection connection, Table table, Path directory)
      throws SQLException, IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(table.file(directory)))) {
      long rows = copier(connection).copyOut("copy " + table.withColumns() + " to stdout", out);
      return new Table(table.name(), table.columns(), rows);
    }
  }

  /**
   * Makes the tables as they were and fills them, in one transaction.
   *
   * @throws BackupRefused when there are tables already, or the backup is of a newer version
   */
  void fillFrom(Path directory, Contents contents, NewLives lives) throws IOException {
    try (Connection connection = source.getConnection()) {
      if (!new Schema(connection).tables().isEmpty()) {
        throw new BackupRefused("the database has tables already; name an empty one");
      }
      migrate(contents.schema());
      connection.setAutoCommit(false);
      Schema schema = new Schema(connection);
      schema.empty(contents.tables());
      for (Table table : contents.tables()) fill(connection, table, directory, lives);
      schema.continueNumbers();
      connection.commit();
    } catch (SQLException failure) {
      throw new IOException("PostgreSQL: " + failure.getMessage(), failure);
    }
  }

  private static void fill(Connection connection, Table table, Path directory, NewLives lives)
      throws SQLException, IOException {
    CopyIn copy = copier(connection).copyIn("copy " + table.withColumns() + " from stdin");
    try (BufferedReader lines = lines(table.file(directory))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        byte[] row = (lives.row(line, table) + "\n").getBytes(BYTES);
        copy.writeToCopy(row, 0, row.length);
      }
      long rows = copy.endCopy();
      if (rows == table.rows()) return;
      throw new IOException(table.name() + " took " + rows + " rows instead of " + table.rows());
    } finally {
      if (copy.isActive()) copy.cancelCopy();
    }
  }

  /** Of a row each: COPY writes line ends within values in another way. */
  private static BufferedReader lines(Path file) throws IOException {
    InputStream packed = Files.newInputStream(file);
    return new BufferedReader(new InputStreamReader(new GZIPInputStream(packed), BYTES));
  }

  /** To what the schema was then; a node that starts on it does the rest. */
  private void migrate(String version) {
    try {
      Flyway.configure()
          .dataSource(source)
          .locations("classpath:db/migration")
          .target(version)
          .load()
          .migrate();
    } catch (FlywayException unusable) {
      throw new BackupRefused("the database cannot be made as it was (migration " + version
          + "); restore with the version that made the backup: " + unusable.getMessage());
    }
  }

  private static CopyManager copier(Connection connection) throws SQLException {
    return connection.unwrap(PGConnection.class).getCopyAPI();
  }

  private static PGSimpleDataSource source(String url) {
    URI uri = URI.create(url.strip());
    String[] login = String.valueOf(uri.getUserInfo()).split(":", 2);
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl("jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query);
    if (uri.getUserInfo() != null) source.setUser(login[0]);
    if (login.length > 1) source.setPassword(login[1]);
    source.setConnectTimeout(CONNECT_SECONDS);
    source.setLoginTimeout(CONNECT_SECONDS);
    source.setSocketTimeout(SILENCE_SECONDS);
    return source;
  }
}
