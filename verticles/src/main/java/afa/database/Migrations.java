package afa.database;

import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.ds.PGSimpleDataSource;

/** Brings the schema up to date; blocking. */
public final class Migrations {
  private static final int CONNECT_SECONDS = 5;
  private static final int STATEMENT_SECONDS = 600;

  private final DatabaseUrl database;

  public Migrations(DatabaseUrl database) {
    this.database = database;
  }

  /**
   * Several nodes may call it at once: one migrates, the others wait for it.
   *
   * @throws SQLException when the database is away
   * @throws DatabaseDefect when it is there and cannot be used as it is
   */
  public void run() throws SQLException {
    PGSimpleDataSource source = source();
    // Flyway's own words about a database that is away fill a screen.
    source.getConnection().close();
    try {
      Flyway.configure()
          .dataSource(source)
          .locations("classpath:db/migration")
          .load()
          .migrate();
    } catch (FlywayException unusable) {
      throw new DatabaseDefect(
          "the database cannot be used as it is: " + unusable.getMessage(), unusable);
    }
  }

  private PGSimpleDataSource source() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(database.jdbc());
    source.setUser(database.user());
    source.setPassword(database.password());
    source.setLoginTimeout(CONNECT_SECONDS);
    source.setConnectTimeout(CONNECT_SECONDS);
    source.setSocketTimeout(STATEMENT_SECONDS);
    return source;
  }
}
