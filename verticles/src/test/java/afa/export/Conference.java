package afa.export;

import static java.util.concurrent.TimeUnit.SECONDS;

import afa.archive.Archive;
import afa.archive.PostgresArchive;
import afa.feed.Author;
import afa.feed.Coverage;
import afa.feed.EventInfo;
import afa.feed.FeedJson;
import afa.feed.Link;
import afa.feed.LogEntry;
import afa.feed.Media;
import afa.feed.Post;
import afa.feed.PostBuilder;
import afa.testkit.RealServers;
import io.vertx.core.Vertx;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A conference in a database of its own, with all that strangers may write. */
public final class Conference {
  public static final String EVENT = "aea";
  public static final String TALK = "grids";
  public static final Instant START = Instant.parse("2026-05-24T16:00:00Z");

  /** What no database, table, feed or page takes as it is. */
  public static final String ODD =
      "nul \0 lone \uD83D end, =1+1, <script>alert(1)</script> & \"quoted\"\r\nnext ]]> line\u0001 --> مرحبا 🎉";

  private final String database;
  private final Archive archive;
  private long fence;
  private final List<LogEntry> log = new ArrayList<>();
  private String epoch = "e1";
  private long kept;

  private Conference(String database, Archive archive) {
    this.database = database;
    this.archive = archive;
  }

  /** An empty archive with one event and two talks. */
  public static Conference open(Vertx vertx, String mediaOrigin) throws Exception {
    String database = RealServers.migratedDatabase();
    Conference made = new Conference(database, PostgresArchive.connect(vertx, database));
    made.archive.prepare().await(60, SECONDS);
    made.fence = made.archive.claim(EVENT).await(30, SECONDS);
    made.archive.checkpoint(EVENT, "e1").await(30, SECONDS);
    made.describe(mediaOrigin);
    return made;
  }

  private void describe(String mediaOrigin) throws Exception {
    EventInfo info = new EventInfo(
        EVENT,
        "An Event <Apart>",
        "America/Los_Angeles",
        LocalDateTime.parse("2026-05-24T08:00"),
        LocalDateTime.parse("2026-05-25T18:00"),
        null,
        "aea",
        List.of("x"),
        List.of(mediaOrigin));
    tell(
        "update events set info = ?::json where event = 'aea'",
        FeedJson.MAPPER.writeValueAsString(info));
    talk(TALK, "Grids & \"promises\"", START);
    talk("type", "Type", START.plusSeconds(3_600));
  }

  private void talk(String talk, String title, Instant start) throws SQLException {
    tell(
        "insert into talks (event, talk, title, starts_at, ends_at, room, keys, hashtags, speakers)"
            + " values ('aea', ?, ?, ?::timestamptz, ?::timestamptz, 'Great Hall', '{guid:7}',"
            + " '{grids}', '[{\"id\":\"ada\",\"name\":\"Ada <b>\"}]')",
        talk,
        title,
        start.toString(),
        start.plusSeconds(2_700).toString());
  }

  public String database() {
    return database;
  }

  public Archive archive() {
    return archive;
  }

  /** A post of that moment of the talk on grids. */
  public static PostBuilder post(String id, String text, Duration after) {
    return Post.builder("x", id)
        .url("https://x.example/" + id)
        .author(new Author("Ada " + id, "ada" + id, "https://x.example/ada", null))
        .text(text)
        .lang("en")
        .postedAt(START.plus(after));
  }

  /** One with a picture and a tag. */
  public static Post picture(String id, String text, Duration after, String thumbnail) {
    return post(id, "#tag " + text, after)
        .links(List.of(new Link(0, 4, "https://x.example/tag", Link.Kind.TAG)))
        .media(List.of(
            new Media(Media.Kind.PHOTO, thumbnail + "?large", thumbnail, 800, 600, "Alt <" + text)))
        .receivedAt(START.plus(after).plusMillis(480));
  }

  public static Post received(PostBuilder post, Duration after) {
    return post.receivedAt(START.plus(after).plusMillis(480));
  }

  /** Appends a post; its number. */
  public long say(Post post) {
    log.add(LogEntry.post(log.size() + 1L, FeedJson.encode(post)));
    return log.size();
  }

  public long say(String id, String text, Duration after) {
    return say(received(post(id, text, after), after));
  }

  public void revise(long target, Post post) {
    log.add(LogEntry.revise(log.size() + 1L, target, FeedJson.encode(post)));
  }

  public void retract(long target) {
    log.add(LogEntry.retract(log.size() + 1L, target));
  }

  /** Appends something that is no update. */
  public void garble(String text) {
    log.add(new LogEntry(log.size() + 1L, text));
  }

  /** Brings the log to the archive, as its verticle does. */
  public void keep() throws Exception {
    archive.checkpoint(EVENT, epoch).await(30, SECONDS);
    List<LogEntry> rest = List.copyOf(log.subList((int) kept, log.size()));
    archive.keep(new Archive.Batch(EVENT, epoch, fence, kept, rest)).await(60, SECONDS);
    kept = log.size();
  }

  /** The log begins again. */
  public void beginAnew(String next) {
    epoch = next;
    log.clear();
    kept = 0;
  }

  public void place(String id, String talk) throws SQLException {
    tell(
        "insert into placements (event, source, id, talk, weight, reasons)"
            + " values ('aea', 'x', ?, ?, 0.7, '[{\"reason\":\"said during it\",\"weight\":0.7}]')",
        id,
        talk);
  }

  /** A ledger, an organiser's correction and a schedule that was read. */
  public void addTheRest() throws Exception {
    Coverage ledger = Coverage.NONE.streamed(START, START.plusSeconds(3_600));
    archive.keepCoverage(EVENT, fence, Map.of("x", ledger)).await(30, SECONDS);
    tell("insert into corrections (correction, event, made_at, made_by, posts, talks) values"
        + " ('6f1f1d2e-0000-4000-8000-000000000001', 'aea', '2026-05-24T17:00:00.123456Z', 'admin',"
        + " '[{\"source\":\"x\",\"id\":\"1\"}]', '{grids}')");
    tell("insert into imports (event, at, source, digest, changes, warnings) values"
        + " ('aea', '2026-05-24T07:00Z', 'schedule.json', 'd1', '[\"Grids moved\"]', '[]')");
  }

  public void tell(String sql, String... values) throws SQLException {
    try (Connection connection = RealServers.connect(database);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) statement.setString(i + 1, values[i]);
      statement.execute();
    }
  }

  public void close() throws Exception {
    archive.close().await(30, SECONDS);
  }
}
