package afa.message;

import afa.feed.Coverage;
import afa.feed.Post;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks the store to take what a source brings, in one atomic step: posts that are not known yet are
 * appended in this order, known ones that come in a newer version are revised, then what is gone at
 * the network is retracted.
 *
 * @param event whose log
 * @param source who asks, a network or a part of one ({@code mastodon:mastodon.social}); its cursor
 *     and coverage are those that move
 * @param posts 0 to {@link #MAX_POSTS}
 * @param retracted identities ({@link Post#identity}) of posts to take away, 0 to
 *     {@link #MAX_POSTS}; those that are not known or gone already change nothing
 * @param cursor where the source goes on asking once these are stored; absent leaves it as it is
 * @param coverage what the log has of the source's time once these are stored; absent leaves it
 * @param epoch the life of the log that cursor and coverage belong to: in another one they would
 *     vouch for posts that are lost, and are left out, while the posts are taken. Absent where they
 *     vouch for no posts
 * @param fence the owner of the network that asks; absent where there is none, as over HTTP. When
 *     another one has taken over since, nothing is taken, and the failure is {@link
 *     afa.bus.BusFailure.Kind#SUPERSEDED}
 */
public record AppendPosts(
    String event,
    String source,
    List<Post> posts,
    List<String> retracted,
    @Nullable String cursor,
    @Nullable Coverage coverage,
    @Nullable String epoch,
    @Nullable Fence fence)
    implements BusMessage {
  /**
   * Bounds the time one script keeps Redis busy: 13 to 22 ms for as many posts, edits or
   * retractions, on two busy cores.
   */
  public static final int MAX_POSTS = 1_000;

  public AppendPosts {
    posts = posts == null ? List.of() : List.copyOf(posts);
    retracted = retracted == null ? List.of() : List.copyOf(retracted);
  }

  /** Of nobody who must be the only one. */
  public AppendPosts(
      String event,
      String source,
      List<Post> posts,
      List<String> retracted,
      @Nullable String cursor,
      @Nullable Coverage coverage,
      @Nullable String epoch) {
    this(event, source, posts, retracted, cursor, coverage, epoch, null);
  }

  /** In whatever life the log is. */
  public AppendPosts(
      String event,
      String source,
      List<Post> posts,
      List<String> retracted,
      @Nullable String cursor,
      @Nullable Coverage coverage) {
    this(event, source, posts, retracted, cursor, coverage, null);
  }

  /** Posts alone, and where asking goes on. */
  public AppendPosts(String event, String source, List<Post> posts, @Nullable String cursor) {
    this(event, source, posts, List.of(), cursor, null);
  }

  /** The same with these in the place of its posts. */
  public AppendPosts with(List<Post> others) {
    return new AppendPosts(event, source, others, retracted, cursor, coverage, epoch, fence);
  }

  /** The same, asked by that owner. */
  public AppendPosts by(Fence owner) {
    return new AppendPosts(event, source, posts, retracted, cursor, coverage, epoch, owner);
  }
}
