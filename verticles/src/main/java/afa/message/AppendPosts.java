package afa.message;

import afa.feed.Post;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks the store to append what it does not know yet, in this order, in one atomic step.
 *
 * @param event whose log
 * @param source who asks; its cursor is the one that moves
 * @param posts 0 to {@link #MAX_POSTS}
 * @param cursor where the source goes on asking once these are stored; absent leaves it as it is
 */
public record AppendPosts(String event, String source, List<Post> posts, @Nullable String cursor)
    implements BusMessage {
  /** Bounds the time one script keeps Redis busy: about 10 ms. */
  public static final int MAX_POSTS = 1_000;

  public AppendPosts {
    posts = posts == null ? List.of() : List.copyOf(posts);
  }
}
