package afa.x;

import afa.feed.Post;
import java.util.List;

/** What a line of the stream, or an element of a search's page, turned out to be. */
sealed interface XLine {

  /** What of it goes to the log. */
  default XTaken taken() {
    return XTaken.NOTHING;
  }

  /** Something to show. */
  record Shown(Post post) implements XLine {
    @Override
    public XTaken taken() {
      return new XTaken(List.of(post), List.of());
    }
  }

  /**
   * A post that must not be shown.
   *
   * @param id what the log may know it by, for it may have been shown before; null when it is not
   *     for this log at all
   */
  record Filtered(String reason, String id) implements XLine {
    @Override
    public XTaken taken() {
      return id == null ? XTaken.NOTHING : new XTaken(List.of(), List.of(XTaken.identity(id)));
    }
  }

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
