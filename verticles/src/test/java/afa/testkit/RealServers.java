package afa.testkit;

import afa.database.DatabaseUrl;
import afa.database.Migrations;
import afa.servers.EmbeddedServers;
import afa.servers.TestServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A real Redis and a real PostgreSQL for all tests of a JVM, each started when first asked for and
 * stopped when the JVM ends. What a killed run left behind is adopted. Tests share them: use event
 * names of your own, or {@link #freshDatabase}.
 */
public final class RealServers {
  private static final Path DATA = Path.of("target", "servers").toAbsolutePath();

  private static final Queue<String> MADE = new ConcurrentLinkedQueue<>();

  private RealServers() {}

  /** Started once by whoever asks first. */
  private static final class Redis {
    static final EmbeddedServers SERVER = started(() -> TestServers.redis(DATA));
  }

  /** Started once by whoever asks first. */
  private static final class Postgres {
    static final EmbeddedServers SERVER = started(() -> TestServers.postgres(DATA));
  }

  private interface Start {
    EmbeddedServers run() throws IOException;
  }

  private static EmbeddedServers started(Start start) {
    try {
      Files.createDirectories(DATA);
      EmbeddedServers server = start.run();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> release(server)));
      return server;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void release(EmbeddedServers server) {
    try {
      if (server.databaseUrl().isPresent()) {
        for (String name : MADE) tell("drop database " + name + " with (force)");
      }
      server.release();
    } catch (IOException | SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** A Redis that other tests use too; it may hold what earlier runs left. */
  public static String redisUrl() {
    return Redis.SERVER.redisUrl().orElseThrow();
  }

  /** The database {@code afa}, which other tests use too. */
  public static String databaseUrl() {
    return Postgres.SERVER.databaseUrl().orElseThrow();
  }

  /** A name that no other test and no other run uses, such as {@code event-4be1…}. */
  public static String freshEvent() {
    return "event-" + UUID.randomUUID();
  }

  /** An empty database of the caller's own, without our tables; its URL. */
  public static String freshDatabase() throws SQLException {
    return urlOf(made(""));
  }

  /** The same with our tables, as a copy: to make them takes a second each time. */
  public static String migratedDatabase() throws SQLException {
    return urlOf(made(" template " + Migrated.NAME));
  }

  /** Copied by all tests of this JVM; nobody stays connected to it. */
  private static final class Migrated {
    static final String NAME = migrated();
  }

  private static String migrated() {
    try {
      String name = made("");
      new Migrations(DatabaseUrl.parse(urlOf(name))).run();
      return name;
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static String made(String how) throws SQLException {
    String name = "test_" + UUID.randomUUID().toString().replace("-", "");
    tell("create database " + name + how);
    MADE.add(name);
    return name;
  }

  private static String urlOf(String name) {
    return databaseUrl().replaceFirst("/[^/]*$", "/" + name);
  }

  private static void tell(String sql) throws SQLException {
    try (Connection connection = connect(databaseUrl());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** A blocking connection. */
  public static Connection connect(String databaseUrl) throws SQLException {
    URI url = URI.create(databaseUrl);
    String[] login = url.getUserInfo().split(":", 2);
    String jdbc = "jdbc:postgresql://" + url.getHost() + ":" + url.getPort() + url.getPath();
    return DriverManager.getConnection(jdbc, login[0], login[1]);
  }
}
