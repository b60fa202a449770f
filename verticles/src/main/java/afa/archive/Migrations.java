package afa.archive;

import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** Brings the schema up to date; blocking. */
final class Migrations {
  private static final int CONNECT_SECONDS = 5;
  private static final int STATEMENT_SECONDS = 600;

  private final DatabaseUrl database;

  Migrations(DatabaseUrl database) {
    this.database = database;
  }

  /** Several nodes may call it at once: one migrates, the others wait for it. */
  void run() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(database.jdbc());
    source.setUser(database.user());
    source.setPassword(database.password());
    source.setLoginTimeout(CONNECT_SECONDS);
    source.setConnectTimeout(CONNECT_SECONDS);
    source.setSocketTimeout(STATEMENT_SECONDS);
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:db/migration")
        .load()
        .migrate();
  }
}
