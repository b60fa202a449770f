package afa.benchmarks.archive;

import java.io.BufferedReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/**
 * An archive of many posts: how fast it fills, with and without what searches need, and how long
 * searches and pages take. The node must be on this machine, and its archive is filled beside it.
 */
public final class ArchiveBenchmark {
  private static final int BATCH = 500;

  private static final List<String> SEARCHES = List.of(
      "/search?q=grids",
      "/search?q=%22responsive%20design%22",
      "/search?q=typography%20-color",
      "/search?q=from:person17",
      "/search?q=%23aea%20has:photo",
      "/search?q=word23",
      "/search?q=nosuchword",
      "/search?q=talking%20has:question&event=bench-archive",
      "/search?q=speaker%20after:2010-05-25%20before:2010-05-26",
      "/search.atom?q=layout");

  private static final List<String> PAGES = List.of(
      "/archive",
      "/events/bench-archive",
      "/events/bench-archive/days",
      "/events/bench-archive/days/2010-05-24",
      "/events/bench-archive/days/2010-05-25?after=1274763600000-60000-bench-archive",
      "/events/bench-archive/people",
      "/events/bench-archive/photos");

  private ArchiveBenchmark() {}

  /**
   * Fills and asks.
   *
   * @param args address of the node, its data directory, how many posts
   */
  public static void main(String[] args) throws Exception {
    Path data = Path.of(args[1]);
    int posts = Integer.parseInt(args[2]);
    Properties endpoint = endpoint(data);
    String host = "127.0.0.1:" + endpoint.getProperty("port");
    String url = "postgresql://afa:" + endpoint.getProperty("password") + "@" + host + "/";
    String jdbc = "jdbc:postgresql://" + host + "/";
    try (Connection admin =
        DriverManager.getConnection(jdbc + "afa", "afa", endpoint.getProperty("password"))) {
      tell(admin, "create database without_search");
      try (Connection bare = DriverManager.getConnection(
          jdbc + "without_search", "afa", endpoint.getProperty("password"))) {
        compare(url, posts, bare);
      }
      tell(admin, "drop database without_search with (force)");
      tell(admin, "vacuum analyze updates"); // as PostgreSQL does by itself within minutes
      size(admin, posts);
    }
    new Visitor(URI.create(args[0])).visit(SEARCHES, PAGES);
    System.exit(0);
  }

  /** The same posts in turns, so that what else the machine does hits both. */
  private static void compare(String url, int posts, Connection bare) throws Exception {
    try (Filler with = new Filler(url + "afa", BATCH);
        Filler without = new Filler(url + "without_search", BATCH)) {
      tell(bare, "alter table updates drop column words");
      tell(bare, "drop index updates_by_time");
      int turn = posts / 10;
      with.fill(turn / 5); // warm-up
      without.fill(turn / 5);
      with.forget();
      without.forget();
      for (int i = 0; i < 10; i++) {
        without.fill(turn);
        with.fill(turn);
      }
      System.out.printf(Locale.ROOT, "archiver, without search   %,9.0f rows/s%n", without.rate());
      System.out.printf(Locale.ROOT, "archiver, with search      %,9.0f rows/s%n", with.rate());
    }
  }

  private static void size(Connection admin, int posts) throws SQLException {
    String question =
        """
        select pg_total_relation_size('updates'), pg_relation_size('updates_by_words'),
          pg_relation_size('updates_by_time'), (select sum(pg_column_size(words)) from updates)
        """;
    try (ResultSet row = admin.createStatement().executeQuery(question)) {
      row.next();
      System.out.printf(
          Locale.ROOT,
          "on disk: %.0f MB (%.0f bytes a post), of which index of words %.0f MB, of times %.0f MB,"
              + " words in the rows %.0f MB%n",
          row.getLong(1) / 1e6,
          row.getLong(1) / (double) posts,
          row.getLong(2) / 1e6,
          row.getLong(3) / 1e6,
          row.getLong(4) / 1e6);
    }
  }

  private static void tell(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Properties endpoint(Path data) throws Exception {
    Properties endpoint = new Properties();
    try (BufferedReader file = Files.newBufferedReader(data.resolve("postgres/endpoint"))) {
      endpoint.load(file);
    }
    return endpoint;
  }
}
