package afa.mastodon;

import afa.feed.Post;

/** What a server's status is to us. */
sealed interface StatusResult {

  /**
   * To be shown.
   *
   * @param localId its id at the server that sent it
   * @param tagged whether it has one of the event's tags
   */
  record Shown(Post post, String localId, boolean tagged) implements StatusResult {}

  /**
   * Not to be shown.
   *
   * @param uri identifies it everywhere
   */
  record Hidden(String uri, String localId, String reason) implements StatusResult {}

  /** Not a status. */
  record Malformed(String reason) implements StatusResult {}
}
