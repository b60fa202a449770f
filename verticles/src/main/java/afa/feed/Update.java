package afa.feed;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the log, read.
 *
 * @param n its number, from 1; the n-th update of the log
 * @param target for {@code revise} and {@code retract}: the number of the update it is about
 * @param post the content; absent for {@code retract} and {@code gone}
 */
public record Update(long n, Type type, @Nullable Long target, @Nullable Post post) {

  /** What an update does to a page that follows the log. */
  public enum Type {
    /** Shows a post. */
    @JsonProperty("post")
    POST,
    /** Puts new content in the place of {@code target}. */
    @JsonProperty("revise")
    REVISE,
    /** Takes {@code target} away. */
    @JsonProperty("retract")
    RETRACT,
    /** Stands where a retracted post was; has no content. */
    @JsonProperty("gone")
    GONE
  }
}
