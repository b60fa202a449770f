package afa.message;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@link ReadPosts}.
 *
 * @param posts the newest first
 * @param more whether there are older ones
 * @param unplaced how many updates of the log are not yet placed, and so not among these
 */
public record PostsRead(List<Told> posts, boolean more, long unplaced) implements BusMessage {
  public PostsRead {
    posts = posts == null ? List.of() : List.copyOf(posts);
  }

  /**
   * A post and its places.
   *
   * @param n its number in the log
   * @param author name as it is to be shown
   * @param handle of the author, empty where there is none
   * @param text a stranger's words; of a repost without words those of the original
   * @param warning what its author warns of, absent where there is nothing
   * @param places where it is; one of them is the hallway when it is about no talk
   */
  public record Told(
      PostName post,
      long n,
      String author,
      String handle,
      String text,
      @Nullable String warning,
      Instant postedAt,
      List<Place> places) {
    public Told {
      places = places == null ? List.of() : List.copyOf(places);
    }
  }

  /**
   * One place of a post.
   *
   * @param talk id of the talk, or {@link ReadPosts#HALLWAY}
   * @param weight how sure it is, 0 to 1
   * @param corrected whether a person put it there
   * @param reasons the heaviest first
   */
  public record Place(String talk, double weight, boolean corrected, List<Why> reasons) {
    public Place {
      reasons = reasons == null ? List.of() : List.copyOf(reasons);
    }
  }

  /**
   * A reason for a place.
   *
   * @param kind one word for programs, such as {@code time}
   * @param sentence for people, without full stop
   * @param weight what it adds to the odds, as a natural logarithm; negative: it speaks against
   */
  public record Why(String kind, String sentence, double weight) {}
}
