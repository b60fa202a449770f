package afa.feed;

import org.jspecify.annotations.Nullable;

/**
 * Who published a post.
 *
 * @param name as the author writes it; never blank, the handle or "unknown" where the source sent none
 * @param handle without a leading {@code @}
 * @param url the author's page, http or https
 * @param avatar a picture, http or https
 */
public record Author(
    String name, @Nullable String handle, @Nullable String url, @Nullable String avatar) {

  /** An author of whom the source told nothing. */
  public static final Author UNKNOWN = new Author("unknown", null, null, null);
}
