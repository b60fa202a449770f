package afa.x;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Which version of a post this is. X gives each edit an id of its own, and lists all of them, oldest
 * first, with each; the first one is what the post is known by.
 *
 * @param first id of the first version
 * @param own id of this one
 * @param newest id of the last one that X knew of when it answered
 */
record XVersions(String first, String own, String newest) {
  /** X allows five edits. */
  private static final int MOST = 100;

  /** Reads them; a history that does not name the post itself is not believed. */
  static XVersions of(JsonNode post) {
    String own = XJson.text(post, "id");
    JsonNode history = XJson.either(post, "edit_history_tweet_ids", "edit_history_post_ids");
    String first = XJson.text(history.path(0));
    String newest = XJson.text(history.path(history.size() - 1));
    return isSound(history, own) ? new XVersions(first, own, newest) : only(own);
  }

  private static XVersions only(String id) {
    return new XVersions(id, id, id);
  }

  private static boolean isSound(JsonNode history, String own) {
    if (history.size() > MOST) return false;
    boolean named = false;
    for (JsonNode element : history) {
      String id = XJson.text(element);
      if (!XJson.isId(id)) return false;
      named |= id.equals(own);
    }
    return named;
  }

  /** The version of the post in the log; absent for the first one. */
  String version() {
    return own.equals(first) ? null : own;
  }

  /** Whether there is a newer one. */
  boolean isOutdated() {
    return !own.equals(newest);
  }
}
