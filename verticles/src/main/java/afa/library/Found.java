package afa.library;

import afa.feed.Post;
import java.util.List;

/**
 * A post that was found.
 *
 * @param n its number in the log of its event
 * @param isRevised whether it came with other content first
 * @param text what was searched of its own words
 * @param marked where that text has what was looked for
 */
public record Found(
    String event,
    long n,
    Post post,
    boolean isRevised,
    String text,
    List<Highlights.Range> marked) {
  public Found {
    marked = List.copyOf(marked);
  }

  /** Where the page behind it begins. */
  public Cursor cursor() {
    return new Cursor(post.postedAt(), event, n);
  }
}
