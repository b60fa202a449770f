package afa.export;

import afa.feed.Post;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page of a feed, whichever language it will be written in.
 *
 * @param id never changes, wherever the feed is served from
 * @param home the page for people
 * @param self where this page of the feed is
 * @param first where its newest page is
 * @param next where older posts are, absent where there are none
 * @param empty what counts as its last change while it has no post
 * @param posts newest first
 */
public record FeedPage(
    String id,
    String title,
    String home,
    String self,
    String first,
    @Nullable String next,
    Instant empty,
    List<Item> posts) {

  public FeedPage {
    posts = List.copyOf(posts);
  }

  /**
   * A post of a feed.
   *
   * @param id never changes
   */
  public record Item(String id, Post post) {}

  /** A name that is the same for the same parts, and never for others (UUID of version 3). */
  public static String id(String... parts) {
    // Lengths, so that no two lists of parts are one text.
    StringBuilder all = new StringBuilder("a-feed-apart");
    for (String part : parts) all.append(' ').append(part.length()).append(' ').append(part);
    return "urn:uuid:" + UUID.nameUUIDFromBytes(all.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** When its newest post came in. */
  public Instant updated() {
    return posts.stream()
        .map(item -> item.post().receivedAt())
        .max(Instant::compareTo)
        .orElse(empty);
  }
}
