package afa.testkit;

import static java.util.concurrent.TimeUnit.SECONDS;

import afa.archive.Archive;
import afa.archive.PostgresArchive;
import afa.database.DatabaseUrl;
import afa.feed.Coverage;
import afa.feed.EventInfo;
import afa.feed.FeedJson;
import afa.feed.LogEntry;
import afa.feed.Post;
import afa.library.Library;
import afa.schedule.Talk;
import io.vertx.core.Vertx;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A database of its own with one event, filled entry by entry as the archive does it. */
public final class FilledArchive {
  private static final String EPOCH = "life1";
  private static final int BATCH = 500;

  private final String event;
  private final DatabaseUrl url;
  private final PostgresArchive archive;
  private final Library library;
  private final Connection sql;
  private final long fence;
  private long last;

  public FilledArchive(Vertx vertx, String event) throws Exception {
    this.event = event;
    String database = RealServers.migratedDatabase();
    url = DatabaseUrl.parse(database);
    archive = PostgresArchive.connect(vertx, database);
    archive.prepare().await(60, SECONDS);
    archive.checkpoint(event, EPOCH).await(30, SECONDS);
    fence = archive.claim(event).await(30, SECONDS);
    library = Library.at(vertx, Optional.of(url));
    sql = RealServers.connect(database);
  }

  public DatabaseUrl url() {
    return url;
  }

  public Library library() {
    return library;
  }

  /** How the event describes itself. */
  public void info(EventInfo info) throws Exception {
    run(
        "update events set info = ?::json where event = ?",
        FeedJson.MAPPER.writeValueAsString(info),
        event);
  }

  /** A talk, with the names of those who speak. */
  public void talk(Talk talk, String... speakers) throws Exception {
    StringBuilder people = new StringBuilder("[");
    for (String name : speakers) {
      people.append(people.length() > 1 ? "," : "");
      people.append("{\"id\":\"").append(name).append("\",\"name\":\"").append(name);
      people.append("\",\"handles\":[{\"network\":\"x\",\"name\":\"");
      people.append(name.split(" ", 2)[0]).append("\"}],\"links\":[]}");
    }
    run(
        "insert into talks (event, talk, title, starts_at, ends_at, room, summary, speakers)"
            + " values (?, ?, ?, ?::timestamptz, ?::timestamptz, ?, ?, ?::json)",
        event,
        talk.id(),
        talk.title(),
        utc(talk.start()),
        utc(talk.end()),
        talk.room(),
        talk.summary(),
        people.append("]").toString());
  }

  private static String utc(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC).toString();
  }

  /** The next entry of the log: a post that belongs to these talks; its number. */
  public long say(Post post, String... talks) throws Exception {
    long n = append(LogEntry.post(last + 1, FeedJson.encode(post)));
    for (String talk : talks) {
      run(
          "insert into placements (event, source, id, talk, weight, reasons)"
              + " values (?, ?, ?, ?, 1, '[]')",
          event,
          post.source(),
          post.id(),
          talk);
    }
    return n;
  }

  /** Many entries at once, all of which belong to one talk. */
  public void sayAll(List<Post> posts, String talk) throws Exception {
    List<LogEntry> entries = new ArrayList<>();
    for (Post post : posts) {
      entries.add(LogEntry.post(last + entries.size() + 1, FeedJson.encode(post)));
    }
    for (int from = 0; from < entries.size(); from += BATCH) {
      List<LogEntry> batch = entries.subList(from, Math.min(from + BATCH, entries.size()));
      archive.keep(new Archive.Batch(event, EPOCH, fence, last, batch)).await(30, SECONDS);
      last += batch.size();
    }
    run(
        "insert into placements (event, source, id, talk, weight, reasons)"
            + " select event, source, id, ?, 1, '[]' from updates where event = ?"
            + " on conflict do nothing",
        talk,
        event);
    run("analyze"); // as PostgreSQL does by itself a minute later
  }

  /** The next entry: what number {@code target} says now. */
  public void revise(long target, Post post) throws Exception {
    append(LogEntry.revise(last + 1, target, FeedJson.encode(post)));
  }

  /** The next entry: number {@code target} was taken away. */
  public void retract(long target) throws Exception {
    append(LogEntry.retract(last + 1, target));
  }

  private long append(LogEntry entry) throws Exception {
    archive.keep(new Archive.Batch(event, EPOCH, fence, last, List.of(entry))).await(30, SECONDS);
    return ++last;
  }

  /** What a source claims of its time. */
  public void coverage(String source, Coverage claims) throws Exception {
    archive.keepCoverage(event, fence, Map.of(source, claims)).await(30, SECONDS);
  }

  /** One statement, with texts for its question marks. */
  public void run(String statement, String... texts) throws SQLException {
    try (PreparedStatement prepared = sql.prepareStatement(statement)) {
      for (int i = 0; i < texts.length; i++) prepared.setString(i + 1, texts[i]);
      prepared.execute();
    }
  }

  /** All rows of a table as text. */
  public String rows(String table) throws SQLException {
    StringBuilder all = new StringBuilder();
    try (PreparedStatement prepared = sql.prepareStatement("select t::text from " + table + " t");
        ResultSet rows = prepared.executeQuery()) {
      while (rows.next()) all.append(rows.getString(1)).append('\n');
    }
    return all.toString();
  }

  public void close() throws Exception {
    sql.close();
    library.close().await(30, SECONDS);
    archive.close().await(30, SECONDS);
  }
}
