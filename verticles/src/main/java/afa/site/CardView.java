package afa.site;

import afa.feed.Networks;
import afa.feed.Original;
import afa.feed.Post;
import afa.feed.VenueTime;
import afa.library.Highlights;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A post as a card shows it, with those that are folded into it. {@code
 * webroot/js/lib/card-view.js} makes the same of the same update; a browser test compares the two.
 *
 * @param n number of the update
 * @param likeness what tells which posts are one, as JSON
 * @param network the source as style sheets know it
 * @param source the source as people call it
 * @param url where the post stands on its network
 * @param label the time as text, at the venue
 * @param isReply whether it answers another post
 * @param replyUrl where that one stands, as far as the network has addresses by id
 * @param reposts who passed the post on, the card's own post included when it is a repost
 * @param also the same post in other places
 */
public record CardView(
    long n,
    String likeness,
    String network,
    String source,
    @Nullable String url,
    Instant postedAt,
    String label,
    PersonView author,
    boolean isReply,
    @Nullable String replyUrl,
    boolean isEdited,
    ContentView content,
    FoldedList reposts,
    FoldedList also) {

  /** The card of a post. */
  static CardView of(
      Entry entry, FoldedList reposts, FoldedList also, VenueTime venue, Instant now) {
    Post post = entry.post();
    Original shown = shown(post);
    Original quoted = post.repostOf() == null ? post.original() : null;
    return new CardView(
        entry.n(),
        Likeness.of(post).json(),
        post.source().toLowerCase(Locale.ROOT),
        Networks.label(post.source()),
        WebAddress.orNull(shown.url()),
        post.postedAt(),
        venue.label(post.postedAt(), now),
        PersonView.of(shown.author()),
        post.replyTo() != null,
        ReplyAddress.of(post),
        entry.isRevised() || post.edited(),
        ContentView.of(post, shown, quoted),
        reposts,
        also);
  }

  /** The card of a post that stands alone. */
  public static CardView of(Entry entry, VenueTime venue, Instant now) {
    boolean isRepost = entry.post().repostOf() != null;
    List<FoldedView> own = isRepost ? List.of(FoldedView.of(entry, venue, now)) : List.of();
    return of(entry, FoldedList.reposts(own), FoldedList.also(List.of()), venue, now);
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

  /** The same with marks in what it says, unless it says something else than that text. */
  public CardView marked(String text, List<Highlights.Range> ranges) {
    return new CardView(
        n,
        likeness,
        network,
        source,
        url,
        postedAt,
        label,
        author,
        isReply,
        replyUrl,
        isEdited,
        content.marked(text, ranges),
        reposts,
        also);
  }
}
