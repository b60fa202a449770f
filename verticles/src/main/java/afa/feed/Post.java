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

  /** A post with nothing but what it must have; the rest by {@link PostBuilder}. */
  public static PostBuilder builder(String source, String id) {
    return new PostBuilder(source, id);
  }
}
