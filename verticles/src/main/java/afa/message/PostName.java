package afa.message;

import afa.feed.Post;

/**
 * Which post, whatever number it has.
 *
 * @param source the network it came from
 * @param id the source's own id
 */
public record PostName(String source, String id) {

  public static PostName of(Post post) {
    return new PostName(post.source(), post.id());
  }

  /** As {@link Post#identity}. */
  public String identity() {
    return source + ":" + id;
  }
}
