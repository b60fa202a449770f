package afa.archive;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import afa.feed.Author;
import afa.feed.LogEntry;
import afa.feed.Post;
import afa.testkit.RealServers;
import io.vertx.core.Vertx;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The contract on a real PostgreSQL, and a search through all it has. */
final class PostgresAmendedLogIT extends AmendedLogContract {
  private static final String SECRET = "told in confidence";
  private static Vertx vertx;
  private static String database;
  private static Archive archive;

  @BeforeAll
  static void connect() throws Exception {
    vertx = Vertx.vertx();
    database = RealServers.migratedDatabase();
    archive = PostgresArchive.connect(vertx, database);
  }

  @AfterAll
  static void close() throws Exception {
    archive.close().await(30, SECONDS);
    vertx.close().await(30, SECONDS);
  }

  @Override
  Archive archive() {
    return archive;
  }

  @Test
  void ofWhatWasDeletedNothingIsFoundInAnyTable() throws Exception {
    LogEntry refused = Entries.post(5, secret("b"));
    keep(
        0,
        Entries.post(1, secret("a")),
        Entries.revise(2, 1, secret("a")),
        Entries.post(3, secret("c")),
        new LogEntry(4, "{\"n\":4,\"type\":\"revise\",\"target\":5," + SECRET),
        new LogEntry(5, refused.json() + SECRET));
    assertThat(found("updates")).isEqualTo(3);
    assertThat(found("held")).isEqualTo(2);
    keep(5, LogEntry.retract(6, 1), LogEntry.retract(7, 5));
    assertThat(found("updates")).isEqualTo(1);
    assertThat(found("held")).isZero();
    keep(7, Entries.revise(8, 3, Post.builder("x", "c").receivedAt(Instant.EPOCH)));
    assertThat(found("updates")).isZero();
  }

  @Test
  void theReasonsOfItsPlaceGoWithAPostInTheSameTransaction() throws Exception {
    keep(0, Entries.post(1, secret("a")), Entries.post(2, secret("b")));
    tell("insert into talks (event, talk, title, starts_at, ends_at) values ('" + event
        + "', 't1', 'Grids', now(), now())");
    for (String id : List.of("a", "b")) {
      tell("insert into placements (event, source, id, talk, weight, reasons) values ('" + event
          + "', 'x', '" + id + "', 't1', 1, '[{\"reason\":\"" + SECRET + "\"}]')");
    }
    assertThat(found("placements")).isEqualTo(2);
    keep(2, LogEntry.retract(3, 1));
    assertThat(found("placements")).isEqualTo(1);
    keep(3, LogEntry.retract(4, 2));
    assertThat(found("placements")).isZero();
  }

  private static void tell(String sql) throws Exception {
    try (Connection connection = RealServers.connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Post secret(String id) {
    return Post.builder("x", id)
        .author(new Author(SECRET, SECRET, "https://x.example/" + SECRET, null))
        .text(SECRET)
        .receivedAt(Instant.EPOCH);
  }

  private void keep(long since, LogEntry... entries) throws Exception {
    archive.keep(new Archive.Batch(event, "e1", fence, since, List.of(entries))).await(30, SECONDS);
  }

  private static int found(String table) throws Exception {
    String search = "select count(*) from " + table + " t where t::text like '%" + SECRET + "%'";
    try (Connection connection = RealServers.connect(database);
        Statement statement = connection.createStatement();
        ResultSet count = statement.executeQuery(search)) {
      count.next();
      return count.getInt(1);
    }
  }
}
