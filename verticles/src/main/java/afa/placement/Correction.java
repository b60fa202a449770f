package afa.placement;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What an organiser said about the place of some posts.
 *
 * @param id names it, to undo it
 * @param who the organiser
 * @param posts identities, {@code source:id}
 * @param talks where they belong; empty: in the hallway
 * @param undone whether it was taken back
 */
public record Correction(
    String id, Instant at, String who, Set<String> posts, List<String> talks, boolean undone) {
  public Correction {
    posts = Set.copyOf(posts);
    talks = List.copyOf(talks);
  }

  Correction undone(boolean value) {
    return new Correction(id, at, who, posts, talks, value);
  }
}
