package afa.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import afa.archive.Archive.Kept;
import afa.database.DatabaseUrl;
import afa.feed.LogEntry;
import afa.feed.Post;
import afa.testkit.Posts;
import afa.testkit.RealServers;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The contract on a real PostgreSQL, and what only a real one can show. */
final class PostgresArchiveIT extends ArchiveContract {
  private static Vertx vertx;
  private static String database;
  private static Archive archive;

  @BeforeAll
  static void connect() throws Exception {
    vertx = Vertx.vertx();
    database = RealServers.freshDatabase();
    archive = PostgresArchive.connect(vertx, database);
  }

  @AfterAll
  static void close() throws Exception {
    await(archive.close());
    await(vertx.close());
  }

  @Override
  Archive archive() {
    return archive;
  }

  @Test
  void aNodeThatStandsStillWithinAStepKeepsNobodyFromTakingOver() throws Exception {
    keep(0, List.of(Entries.post(1)));
    Pool frozen = DatabaseUrl.parse(database).pool(vertx, 1, 5);
    SqlConnection still = await(frozen.getConnection());
    await(still.begin());
    await(still.query("select 1 from archivers for update").execute()); // and not a word more
    assertThat(await(archive.claim(event))).isPositive();
    await(frozen.close());
  }

  @Test
  void theColumnsSayWhatThePostSays() throws Exception {
    Post post = Post.builder("x", "17")
        .author(Posts.post(1).author())
        .lang("en")
        .quoteOf("16")
        .url("https://x.example/17")
        .text("Look \0 here")
        .postedAt(NOON)
        .receivedAt(NOON.plusMillis(480));
    keep(0, List.of(Entries.post(1, post)));
    assertThat(row("select type, source, id, url, author_name, author_handle, text, lang, quote_of,"
            + " reply_to, posted_at at time zone 'utc', received_at - posted_at from updates"))
        .containsExactly(
            "post",
            "x",
            "17",
            "https://x.example/17",
            "Ada Lovelace",
            "ada",
            "Look \uFFFD here",
            "en",
            "16",
            null,
            "2026-05-24 12:00:00",
            "00:00:00.48");
  }

  @Test
  void ofARetractedPostOnlyItsIdentityStays() throws Exception {
    keep(0, List.of(Entries.post(1), LogEntry.retract(2, 1)));
    assertThat(row("select source, id, type, author_name, author_handle, text, posted_at, body"
            + " from updates where n = 1"))
        .containsExactly("x", "p1", "gone", null, null, null, null, "{\"n\":1,\"type\":\"gone\"}");
  }

  @Test
  void whatPostgresRefusesIsHeldAsideAndTheRestIsKept() throws Exception {
    List<LogEntry> entries = new ArrayList<>(Entries.posts(1, 100));
    entries.set(36, new LogEntry(37, Entries.post(37).json() + " and more"));
    assertThat(keep(0, entries)).isEqualTo(new Kept(100, 99, 1));
    assertThat(row("select n, entry, reason from held").subList(0, 2))
        .containsExactly("37", entries.get(36).json());
    assertThat(page()).hasSize(99);
  }

  @Test
  void preparingAgainChangesNothing() throws Exception {
    keep(0, Entries.posts(1, 3));
    await(PostgresArchive.connect(vertx, database).prepare());
    assertThat(await(archive.count(event))).isEqualTo(3);
  }

  @Test
  void aDatabaseThatIsNotThereFailsTheStepAndNothingElse() {
    Archive away = PostgresArchive.connect(vertx, "postgresql://afa:secret@127.0.0.1:1/afa");
    assertThatThrownBy(() -> await(away.checkpoint(event, "e1"))).hasMessageContaining("refused");
    assertThatThrownBy(() -> await(away.prepare()))
        .hasMessageContaining("refused")
        .message()
        .doesNotContain("secret");
  }

  /** The only row of this test's event, as text. */
  private List<String> row(String select) throws SQLException {
    String where = select.contains(" where ") ? " and" : " where";
    try (Connection connection = RealServers.connect(database);
        PreparedStatement query = connection.prepareStatement(select + where + " event = ?")) {
      query.setString(1, event);
      try (ResultSet row = query.executeQuery()) {
        assertThat(row.next()).isTrue();
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) values.add(row.getString(i));
        assertThat(row.next()).isFalse();
        return values;
      }
    }
  }
}
