package afa.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a source published, before the log gives it a number.
 *
 * @param source the network it came from, such as {@code x}
 * @param id the source's own id; together with {@code source} it identifies the post
 * @param url where it stands on the network
 * @param text plain text, entities decoded, short links shown by their display form
 * @param links offsets into {@code text} in UTF-16 units, ascending, not overlapping
 * @param lang BCP 47, absent where nobody knows
 * @param repostOf id of the post that this one passes on; {@code text} is then the original's
 * @param quoteOf id of the post that this one comments on
 * @param replyTo id of the post that this one answers
 * @param original what is known of the post named by {@code repostOf} or {@code quoteOf}
 * @param version grows with each edit of the post, absent where it has none: the longer one is the
 *     newer, of two of the same length the one that sorts later (ISO-8859-1). A known post that
 *     comes with a newer version replaces what the log has
 * @param edited whether the network says that its author changed it
 * @param warning why the content is not for everybody's eyes, in the author's words or ours; pages
 *     show it only when asked
 * @param emoji pictures in the place of parts of {@code text}, ascending, not overlapping
 * @param talks placement at arrival
 * @param postedAt when the author published it, by the source's clock
 * @param receivedAt when it reached us, by ours
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"source", "id", "url", "author", "text"})
public record Post(
    String source,
    String id,
    @Nullable String url,
    Author author,
    String text,
    List<Link> links,
    List<Media> media,
    @Nullable String lang,
    @Nullable String repostOf,
    @Nullable String quoteOf,
    @Nullable String replyTo,
    @Nullable Original original,
    @Nullable String version,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean edited,
    @Nullable String warning,
    List<Emoji> emoji,
    List<String> talks,
    Instant postedAt,
    Instant receivedAt) {

  /** Longest {@link #source} and {@link #id} taken, in UTF-16 units; identities are Redis keys. */
  public static final int MAX_ID_LENGTH = 512;

  /**
   * @throws IllegalArgumentException when it has no identity or no time
   */
  public Post {
    if (isMissing(source) || isMissing(id)) {
      throw new IllegalArgumentException(
          "a post needs a source and an id of 1 to " + MAX_ID_LENGTH + " characters");
    }
    if (receivedAt == null) throw new IllegalArgumentException("a post needs receivedAt");
    receivedAt = receivedAt.truncatedTo(ChronoUnit.MILLIS);
    postedAt = postedAt == null ? receivedAt : postedAt.truncatedTo(ChronoUnit.MILLIS);
    author = author == null ? Author.UNKNOWN : author;
    text = text == null ? "" : text;
    links = links == null ? List.of() : List.copyOf(links);
    media = media == null ? List.of() : List.copyOf(media);
    emoji = emoji == null ? List.of() : List.copyOf(emoji);
    version = version == null || version.isEmpty() ? null : version;
    talks = talks == null ? List.of() : List.copyOf(talks);
  }

  private static boolean isMissing(@Nullable String identity) {
    return identity == null || identity.isBlank() || identity.length() > MAX_ID_LENGTH;
  }

  /** What no two posts share: {@code source:id}. */
  public String identity() {
    return source + ":" + id;
  }

  /**
   * Whether a post's {@code version} replaces the {@code known} one. Both are of the same post;
   * the longer text is the newer one, as numbers grow. None is older than any.
   */
  public static boolean isNewer(@Nullable String version, @Nullable String known) {
    if (version == null) return false;
    if (known == null) return true;
    return version.length() != known.length()
        ? version.length() > known.length()
        : version.compareTo(known) > 0;
  }

  /**
   * What readers see of it: without the version, without times that only we know, and without its
   * place, which changes with the schedule and not with the post.
   */
  public Post content() {
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
        null,
        false,
        warning,
        emoji,
        List.of(),
        // The time of receipt where the source gave none.
        postedAt.equals(receivedAt) ? Instant.EPOCH : postedAt,
        Instant.EPOCH);
  }

  /** The same, placed there. */
  public Post in(List<String> places) {
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
        places,
        postedAt,
        receivedAt);
  }

  /** A post with nothing but what it must have; the rest by {@link Builder}. */
  public static Builder builder(String source, String id) {
    return new Builder(source, id);
  }

  /** Collects the parts of a post; whatever is not set is absent. */
  public static final class Builder {
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

    private Builder(String source, String id) {
      this.source = source;
      this.id = id;
    }

    public Builder url(@Nullable String value) {
      url = value;
      return this;
    }

    public Builder author(Author value) {
      author = value;
      return this;
    }

    public Builder text(String value) {
      text = value;
      return this;
    }

    public Builder links(List<Link> value) {
      links = value;
      return this;
    }

    public Builder media(List<Media> value) {
      media = value;
      return this;
    }

    public Builder lang(@Nullable String value) {
      lang = value;
      return this;
    }

    public Builder repostOf(@Nullable String value) {
      repostOf = value;
      return this;
    }

    public Builder quoteOf(@Nullable String value) {
      quoteOf = value;
      return this;
    }

    public Builder replyTo(@Nullable String value) {
      replyTo = value;
      return this;
    }

    public Builder original(@Nullable Original value) {
      original = value;
      return this;
    }

    public Builder version(@Nullable String value) {
      version = value;
      return this;
    }

    public Builder edited(boolean value) {
      edited = value;
      return this;
    }

    public Builder warning(@Nullable String value) {
      warning = value;
      return this;
    }

    public Builder emoji(List<Emoji> value) {
      emoji = value;
      return this;
    }

    public Builder talks(List<String> value) {
      talks = value;
      return this;
    }

    public Builder postedAt(@Nullable Instant value) {
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
}
