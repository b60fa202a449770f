package afa.feed;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A picture or film of a post.
 *
 * @param url the picture itself, or the film in a format browsers play
 * @param thumbnail a still picture of moderate size to show in a list
 * @param width in pixels, of {@code url}; absent where the source does not say
 * @param height in pixels
 * @param alt what the author wrote for those who cannot see it
 */
public record Media(
    Kind kind,
    String url,
    @Nullable String thumbnail,
    @Nullable Integer width,
    @Nullable Integer height,
    @Nullable String alt) {

  /** How it is shown. */
  public enum Kind {
    @JsonProperty("photo")
    @JsonEnumDefaultValue
    PHOTO,
    @JsonProperty("video")
    VIDEO,
    @JsonProperty("gif")
    GIF
  }
}
