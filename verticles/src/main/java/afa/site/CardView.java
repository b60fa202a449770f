package afa.site;

import afa.feed.VenueTime;
import afa.feed.Original;
import afa.feed.Post;
import afa.feed.Update;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A post as a card shows it. {@code webroot/js/lib/card-view.js} makes the same of the same update;
 * a browser test compares the two.
 *
 * @param n number of the update
 * @param url where the post stands on its network
 * @param label the time as text, at the venue
 * @param reposter who passed the post on; absent where the author did not
 * @param isReply whether it answers another post
 * @param replyUrl where that one stands, as far as the network has addresses by id
 * @param textSize how large it may be set: "short", "medium" or "long"
 * @param quote the post it comments on
 */
record CardView(
    long n,
    String source,
    @Nullable String url,
    Instant postedAt,
    String label,
    PersonView author,
    @Nullable PersonView reposter,
    boolean isReply,
    @Nullable String replyUrl,
    boolean isEdited,
    List<Segment> text,
    String textSize,
    @Nullable String lang,
    List<MediaView> media,
    @Nullable QuoteView quote) {
  /** In UTF-16 units: about one line of the wall, and about four. */
  private static final int SHORT = 40;

  private static final int MEDIUM = 160;

  private static final Map<String, String> SOURCES = Map.of(
      "x", "X",
      "flickr", "Flickr",
      "mastodon", "Mastodon",
      "bluesky", "Bluesky",
      "feeds", "Blog");

  /** The card of an update that has content. */
  static CardView of(Update update, Post post, VenueTime venue, Instant now) {
    boolean isRepost = post.repostOf() != null;
    Original quoted = isRepost ? null : post.original();
    Original shown = shown(post);
    return new CardView(
        update.n(),
        sourceLabel(post.source()),
        WebAddress.orNull(shown.url()),
        post.postedAt(),
        venue.label(post.postedAt(), now),
        PersonView.of(shown.author()),
        isRepost ? PersonView.of(post.author()) : null,
        post.replyTo() != null,
        replyUrl(post),
        update.type() == Update.Type.REVISE,
        Segment.of(shown.text(), shown.links()),
        textSize(shown.text()),
        lang(post.lang()),
        MediaView.of(shown.media()),
        quoted == null ? null : QuoteView.of(quoted));
  }

  /** The new content of a revised post at the place of the old one. */
  CardView at(long place) {
    return new CardView(
        place, source, url, postedAt, label, author, reposter, isReply, replyUrl, true, text,
        textSize, lang, media, quote);
  }

  /** A repost shows the original as far as it came along; everything else shows itself. */
  private static Original shown(Post post) {
    Original own =
        new Original(post.id(), post.url(), post.author(), post.text(), post.links(), post.media());
    Original original = post.original();
    if (post.repostOf() == null || original == null) return own;
    boolean hasText = !original.text().isEmpty();
    return new Original(
        original.id(),
        original.url() == null ? own.url() : original.url(),
        original.author(),
        hasText ? original.text() : own.text(),
        hasText ? original.links() : own.links(),
        original.media().isEmpty() ? own.media() : original.media());
  }

  private static String textSize(String text) {
    if (text.length() <= SHORT) return "short";
    return text.length() <= MEDIUM ? "medium" : "long";
  }

  private static String sourceLabel(String source) {
    String known = SOURCES.get(source.toLowerCase(Locale.ROOT));
    return known == null ? source : known;
  }

  /** X leads from a bare id to the post; the others have no such address. */
  private static @Nullable String replyUrl(Post post) {
    String id = post.replyTo();
    boolean isOnX = post.source().equals("x") && id != null && id.matches("[0-9]{1,20}");
    return isOnX ? "https://x.com/i/status/" + id : null;
  }

  /** {@code und} and the like say nothing to a screen reader or a hyphenator. */
  private static @Nullable String lang(@Nullable String lang) {
    boolean isTag = lang != null && lang.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*");
    boolean isPrivate = lang == null || lang.matches("und|zxx|art|mis|mul|q[a-t][a-z]");
    return isTag && !isPrivate ? lang : null;
  }
}
