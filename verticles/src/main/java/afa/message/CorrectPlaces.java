package afa.message;

import java.util.List;

/**
 * Asks to put posts where an organiser says that they belong, whatever is computed.
 *
 * @param posts 1 to {@link #MAX_POSTS}
 * @param talks ids of where they belong; none: in the hallway
 * @param who for the record
 */
public record CorrectPlaces(String event, List<PostName> posts, List<String> talks, String who)
    implements BusMessage {
  /** Of one correction. */
  public static final int MAX_POSTS = 5_000;

  public CorrectPlaces {
    posts = posts == null ? List.of() : List.copyOf(posts);
    talks = talks == null ? List.of() : List.copyOf(talks);
  }
}
