package afa.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The post that another one reposts or quotes, as far as the source sent it along.
 *
 * @param id the source's id
 * @param links offsets into this {@code text}
 */
public record Original(
    String id,
    @Nullable String url,
    Author author,
    String text,
    List<Link> links,
    List<Media> media) {

  public Original {
    author = author == null ? Author.UNKNOWN : author;
    text = text == null ? "" : text;
    links = links == null ? List.of() : List.copyOf(links);
    media = media == null ? List.of() : List.copyOf(media);
  }
}
