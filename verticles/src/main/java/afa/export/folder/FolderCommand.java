package afa.export.folder;

import afa.config.Environment;
import afa.database.DatabaseUrl;
import afa.database.Migrations;
import afa.servers.EmbeddedServers;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** {@code export EVENT DIR} and {@code import DIR}: finds PostgreSQL and says what was done. */
public final class FolderCommand {
  private FolderCommand() {}

  /**
   * Does one of the two.
   *
   * @throws FolderRefused when a person must change something first
   */
  public static void run(String command, List<String> arguments, Environment environment) {
    FolderOptions options = FolderOptions.parse(command, arguments, environment);
    try {
      System.out.println(run(options, environment.get("DATABASE_URL")));
    } catch (IOException | SQLException failure) {
      throw new FolderRefused("The " + command + " failed: " + failure.getMessage(), failure);
    }
  }

  private static String run(FolderOptions options, Optional<String> own)
      throws IOException, SQLException {
    if (own.isPresent()) return run(options, DatabaseUrl.parse(own.get()));
    if (!options.imports() && !Files.exists(options.data().resolve("postgres/endpoint"))) {
      throw new FolderRefused("There is no archive in " + options.data()
          + "; --data names the data directory of the node, DATABASE_URL a server of your own");
    }
    Files.createDirectories(options.data());
    EmbeddedServers embedded = EmbeddedServers.start(options.data(), false, true);
    try {
      return run(options, DatabaseUrl.parse(embedded.databaseUrl().orElseThrow()));
    } finally {
      embedded.release();
    }
  }

  private static String run(FolderOptions options, DatabaseUrl url)
      throws IOException, SQLException {
    new Migrations(url).run();
    Database database = new Database(url);
    if (options.imports()) return new FolderImport(database).from(options.folder());
    Vertx vertx = Vertx.vertx();
    try {
      FolderExport.Wish wish = new FolderExport.Wish(
          options.event(), options.folder(), options.pictures(), options.fetches());
      return new FolderExport(vertx, database, wish).run();
    } finally {
      vertx.close().await();
    }
  }
}
