package afa.placement;

import afa.feed.Post;
import java.time.Duration;

/** How posts hang together. */
final class Threads {
  /** How long what somebody said before tells where he sits. */
  private static final Duration SITTING = Duration.ofMinutes(30);

  private Threads() {}

  /** Identity of the post that this one goes on with, empty where there is none. */
  static String parent(Post post) {
    if (post.replyTo() != null) return post.source() + ":" + post.replyTo();
    if (post.quoteOf() != null) return post.source() + ":" + post.quoteOf();
    return post.repostOf() == null ? "" : post.source() + ":" + post.repostOf();
  }

  /** Tells apart who speaks. */
  static String author(Post post) {
    return post.source() + ":" + post.author().handle() + ":" + post.author().name();
  }

  /** Whether somebody who spoke so long ago still sits there. */
  static boolean sits(Duration ago) {
    return ago.compareTo(SITTING) <= 0;
  }
}
