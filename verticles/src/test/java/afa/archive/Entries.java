package afa.archive;

import afa.feed.FeedJson;
import afa.feed.LogEntry;
import afa.feed.Post;
import afa.testkit.Posts;
import java.util.List;
import java.util.stream.LongStream;

/** Entries of logs for tests. */
final class Entries {
  private Entries() {}

  static LogEntry post(long n) {
    return post(n, Posts.post(n));
  }

  static LogEntry post(long n, Post post) {
    return new LogEntry(n, head(n, "post") + FeedJson.encode(post).substring(1));
  }

  /** Posts {@code first} to {@code last}. */
  static List<LogEntry> posts(long first, long last) {
    return LongStream.rangeClosed(first, last).mapToObj(Entries::post).toList();
  }

  /** New content for {@code target}. */
  static LogEntry revise(long n, long target, Post post) {
    String json =
        head(n, "revise") + "\"target\":" + target + "," + FeedJson.encode(post).substring(1);
    return new LogEntry(n, json);
  }

  static LogEntry retract(long n, long target) {
    return new LogEntry(n, head(n, "retract") + "\"target\":" + target + "}");
  }

  static LogEntry gone(long n) {
    return new LogEntry(n, "{\"n\":" + n + ",\"type\":\"gone\"}");
  }

  private static String head(long n, String type) {
    return "{\"n\":" + n + ",\"type\":\"" + type + "\",";
  }
}
