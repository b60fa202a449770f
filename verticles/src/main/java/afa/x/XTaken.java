package afa.x;

import afa.feed.Post;
import java.util.List;

/**
 * What of a line or an answer goes to the log.
 *
 * @param posts to be shown
 * @param retracted identities of posts that must not be shown any more, if they ever were
 */
record XTaken(List<Post> posts, List<String> retracted) {
  static final XTaken NOTHING = new XTaken(List.of(), List.of());

  XTaken {
    posts = List.copyOf(posts);
    retracted = List.copyOf(retracted);
  }

  boolean isNothing() {
    return posts.isEmpty() && retracted.isEmpty();
  }

  /** What the log knows a post of X by. */
  static String identity(String id) {
    return XStreamVerticle.SOURCE + ":" + id;
  }
}
