package afa.x;

import afa.feed.Post;

/** What a line of the stream, or an element of a search's page, turned out to be. */
sealed interface XLine {

  /** Something to show. */
  record Shown(Post post) implements XLine {}

  /** A post that must not be shown. */
  record Filtered(String reason) implements XLine {}

  /** An empty line: the connection lives. */
  record KeepAlive() implements XLine {}

  /** The connection ends, or could not be what it should. */
  record Disconnect(XProblem problem) implements XLine {}

  /** JSON that is neither a post nor about the connection. */
  record Ignored() implements XLine {}

  /**
   * Should have been a post.
   *
   * @param reason ours, without anything of what was received
   */
  record Malformed(String reason) implements XLine {}
}
