package afa.site.archive;

import afa.feed.EventInfo;
import afa.feed.VenueTime;
import afa.library.Cursor;
import afa.library.EventPosts;
import afa.library.EventPosts.Span;
import afa.library.PostPage;
import afa.library.PostPage.Placed;
import afa.site.CardView;
import afa.site.Cards;
import afa.site.Entry;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * A page of an event's posts as cards, the oldest first.
 *
 * @param earlier what to add to the address for the page before; empty on the first
 * @param later the same for the page behind
 */
record PostRun(List<CardView> cards, String earlier, String later) {
  static Future<PostRun> read(
      EventPosts posts, EventInfo info, Span span, Place place, int limit, Instant now) {
    Future<PostPage> page = place.isBackwards()
        ? posts.before(span, place.at(), limit)
        : posts.after(span, place.at(), limit);
    return page.map(read -> of(read, info, now));
  }

  private static PostRun of(PostPage page, EventInfo info, Instant now) {
    List<Placed> placed = page.posts();
    if (placed.isEmpty()) return new PostRun(List.of(), "", "");
    List<Entry> entries = placed.stream()
        .map(post -> new Entry(post.n(), post.post(), post.isRevised()))
        .toList();
    VenueTime venue = new VenueTime(ZoneId.of(info.timeZone()));
    String first = cursor(info, placed.get(0));
    String last = cursor(info, placed.get(placed.size() - 1));
    return new PostRun(
        Cards.oldest(entries, venue, now),
        page.hasEarlier() ? "?before=" + first : "",
        page.hasLater() ? "?after=" + last : "");
  }

  private static String cursor(EventInfo info, Placed post) {
    return new Cursor(post.at(), info.event(), post.n()).toString();
  }
}
