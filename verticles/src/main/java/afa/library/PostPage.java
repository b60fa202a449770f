package afa.library;

import afa.feed.Post;
import java.time.Instant;
import java.util.List;

/**
 * Posts of an event, one after the other in time.
 *
 * @param hasEarlier whether there are posts before the first one
 * @param hasLater whether there are posts behind the last one
 */
public record PostPage(List<Placed> posts, boolean hasEarlier, boolean hasLater) {
  public PostPage {
    posts = List.copyOf(posts);
  }

  /**
   * A post at its place.
   *
   * @param n its number in the log
   * @param isRevised whether it came with other content first
   */
  public record Placed(long n, Instant at, Post post, boolean isRevised) {}
}
