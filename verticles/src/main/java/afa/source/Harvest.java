package afa.source;

import afa.feed.Post;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a look at a network brought.
 *
 * @param posts oldest first; those that are known already do no harm
 * @param retracted identities of posts that are gone there
 * @param cursor where the next look begins; absent leaves it
 * @param missing sentences about what will never be had
 * @param reachedBackTo from when on nothing is missing; absent when that is everything since the
 *     cursor, or, where there was no cursor, when the network does not tell
 */
public record Harvest(
    List<Post> posts,
    List<String> retracted,
    @Nullable String cursor,
    List<String> missing,
    @Nullable Instant reachedBackTo) {

  public Harvest {
    posts = List.copyOf(posts);
    retracted = List.copyOf(retracted);
    missing = List.copyOf(missing);
  }

  /** Posts, and nothing missing. */
  public static Harvest of(List<Post> posts, @Nullable String cursor) {
    return new Harvest(posts, List.of(), cursor, List.of(), null);
  }
}
