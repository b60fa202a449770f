package afa.library;

import afa.feed.FeedJson;
import afa.feed.LogEntry;
import afa.feed.Post;
import java.util.List;
import java.util.Optional;

/**
 * A post as the archive has it now.
 *
 * @param n its number in the log
 * @param json the update, its newest text in it
 * @param talks where it belongs, corrections of organisers included; sorted
 */
public record ExportedPost(long n, String json, List<String> talks) {
  public ExportedPost {
    talks = List.copyOf(talks);
  }

  /** The post read; empty when this version of us cannot. */
  public Optional<Post> post() {
    try {
      return Optional.ofNullable(new LogEntry(n, json).update().post());
    } catch (FeedJson.Malformed unreadable) {
      return Optional.empty();
    }
  }
}
