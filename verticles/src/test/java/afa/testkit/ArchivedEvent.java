package afa.testkit;

import static java.util.concurrent.TimeUnit.SECONDS;

import afa.archive.Archive;
import afa.archive.PostgresArchive;
import afa.feed.EventInfo;
import afa.feed.FeedJson;
import afa.feed.LogEntry;
import afa.feed.Post;
import io.vertx.core.Vertx;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;

/** An event in a real archive, filled by the archiver's own hand. */
public final class ArchivedEvent implements AutoCloseable {
  private final String databaseUrl;
  private final String event;
  private final Archive archive;
  private final long fence;
  private long head;

  /** The event with its first life; the tables are made when they are not there. */
  public ArchivedEvent(Vertx vertx, String databaseUrl, String event) throws Exception {
    this.databaseUrl = databaseUrl;
    this.event = event;
    archive = PostgresArchive.connect(vertx, databaseUrl);
    archive.prepare().await(30, SECONDS);
    archive.checkpoint(event, "life1").await(30, SECONDS);
    fence = archive.claim(event).await(30, SECONDS);
  }

  /** Posts, in this order; the number of the last one. */
  public long post(Post... posts) throws Exception {
    List<LogEntry> entries = new ArrayList<>();
    for (Post post : posts) {
      entries.add(LogEntry.post(head + entries.size() + 1, FeedJson.encode(post)));
    }
    return keep(entries);
  }

  /** Takes a post away. */
  public void retract(long n) throws Exception {
    keep(List.of(LogEntry.retract(head + 1, n)));
  }

  /** Gives a post other content. */
  public void revise(long n, Post post) throws Exception {
    keep(List.of(LogEntry.revise(head + 1, n, FeedJson.encode(post))));
  }

  private long keep(List<LogEntry> entries) throws Exception {
    archive.keep(new Archive.Batch(event, "life1", fence, head, entries)).await(30, SECONDS);
    head += entries.size();
    return head;
  }

  /** What its file says of it. */
  public void describe(EventInfo info) throws Exception {
    tell(
        "update events set info = ?::json where event = ?",
        FeedJson.MAPPER.writeValueAsString(info),
        event);
  }

  /** One statement, with texts for its question marks. */
  public void tell(String sql, String... values) throws Exception {
    try (Connection connection = RealServers.connect(databaseUrl);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) statement.setString(i + 1, values[i]);
      statement.execute();
    }
  }

  @Override
  public void close() {
    archive
        .close()
        .timeout(5, SECONDS)
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }
}
