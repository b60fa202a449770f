package afa.message;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@link ReadCorrections}.
 *
 * @param corrections the newest first
 */
public record CorrectionsRead(List<Told> corrections) implements BusMessage {
  /** Posts that are named of each; a page has room for no more. */
  public static final int MOST_NAMED = 20;

  public CorrectionsRead {
    corrections = corrections == null ? List.of() : List.copyOf(corrections);
  }

  /**
   * A correction.
   *
   * @param count how many posts it is about
   * @param posts the first {@link #MOST_NAMED} of them
   * @param talks ids of where they belong; none: in the hallway
   * @param undoneAt when it was taken back; absent while it is valid
   */
  public record Told(
      String correction,
      Instant at,
      String who,
      int count,
      List<PostName> posts,
      List<String> talks,
      @Nullable Instant undoneAt,
      @Nullable String undoneBy) {
    public Told {
      posts = posts == null ? List.of() : List.copyOf(posts);
      talks = talks == null ? List.of() : List.copyOf(talks);
    }
  }
}
