package afa.feed;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the parts of a post; whatever is not set is absent. */
public final class PostBuilder {
  private final String source;
  private final String id;
  private @Nullable String url;
  private Author author = Author.UNKNOWN;
  private String text = "";
  private List<Link> links = List.of();
  private List<Media> media = List.of();
  private @Nullable String lang;
  private @Nullable String repostOf;
  private @Nullable String quoteOf;
  private @Nullable String replyTo;
  private @Nullable Original original;
  private @Nullable String version;
  private boolean edited;
  private @Nullable String warning;
  private List<Emoji> emoji = List.of();
  private List<String> talks = List.of();
  private @Nullable Instant postedAt;

  PostBuilder(String source, String id) {
    this.source = source;
    this.id = id;
  }

  public PostBuilder url(@Nullable String value) {
    url = value;
    return this;
  }

  public PostBuilder author(Author value) {
    author = value;
    return this;
  }

  public PostBuilder text(String value) {
    text = value;
    return this;
  }

  public PostBuilder links(List<Link> value) {
    links = value;
    return this;
  }

  public PostBuilder media(List<Media> value) {
    media = value;
    return this;
  }

  public PostBuilder lang(@Nullable String value) {
    lang = value;
    return this;
  }

  public PostBuilder repostOf(@Nullable String value) {
    repostOf = value;
    return this;
  }

  public PostBuilder quoteOf(@Nullable String value) {
    quoteOf = value;
    return this;
  }

  public PostBuilder replyTo(@Nullable String value) {
    replyTo = value;
    return this;
  }

  public PostBuilder original(@Nullable Original value) {
    original = value;
    return this;
  }

  public PostBuilder version(@Nullable String value) {
    version = value;
    return this;
  }

  public PostBuilder edited(boolean value) {
    edited = value;
    return this;
  }

  public PostBuilder warning(@Nullable String value) {
    warning = value;
    return this;
  }

  public PostBuilder emoji(List<Emoji> value) {
    emoji = value;
    return this;
  }

  public PostBuilder talks(List<String> value) {
    talks = value;
    return this;
  }

  public PostBuilder postedAt(@Nullable Instant value) {
    postedAt = value;
    return this;
  }

  /** The post, received at that moment; posted then too when the source gave no time. */
  public Post receivedAt(Instant receivedAt) {
    return new Post(
        source,
        id,
        url,
        author,
        text,
        links,
        media,
        lang,
        repostOf,
        quoteOf,
        replyTo,
        original,
        version,
        edited,
        warning,
        emoji,
        talks,
        postedAt == null ? receivedAt : postedAt,
        receivedAt);
  }
}
