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
    return LogEntry.post(n, FeedJson.encode(post));
  }

  /** Posts {@code first} to {@code last}. */
  static List<LogEntry> posts(long first, long last) {
    return LongStream.rangeClosed(first, last).mapToObj(Entries::post).toList();
  }

  /** New content for {@code target}. */
  static LogEntry revise(long n, long target, Post post) {
    return LogEntry.revise(n, target, FeedJson.encode(post));
  }
}
