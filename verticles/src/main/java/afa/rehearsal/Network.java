package afa.rehearsal;

import java.time.Instant;

/** A rehearsed network, as the player sees it. */
public interface Network {

  /**
   * Posts, and gives it to whoever is connected.
   *
   * @return the post's id
   */
  String send(Draft draft);

  /**
   * Puts a post into the past, where only search finds it.
   *
   * @param at not before the last one
   * @return the post's id
   */
  String remember(Draft draft, Instant at);

  /** Whether a post is still there. */
  boolean has(String id);

  /**
   * Puts a new text in the place of a post's.
   *
   * @return the id of the new version
   * @throws IllegalArgumentException when there is no such post
   */
  String edit(String id, String text);

  /**
   * Takes a post away.
   *
   * @throws IllegalArgumentException when there is no such post
   */
  void delete(String id);
}
