package afa.site;

import afa.feed.Networks;
import afa.feed.VenueTime;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A post that stands within the card of another one.
 *
 * @param likeness what tells which posts are one, as JSON
 * @param url where it stands on its network
 * @param label the time as text, at the venue
 * @param author name of who posted or passed it on
 * @param text what it says; absent for a repost, and where a warning covers it
 */
public record FoldedView(
    long n,
    String likeness,
    String source,
    @Nullable String url,
    Instant postedAt,
    String label,
    String author,
    @Nullable String text) {

  static FoldedView of(Entry entry, VenueTime venue, Instant now) {
    boolean isShown = entry.post().repostOf() == null && ContentView.warning(entry.post()) == null;
    return new FoldedView(
        entry.n(),
        Likeness.of(entry.post()).json(),
        Networks.label(entry.post().source()),
        WebAddress.orNull(entry.post().url()),
        entry.post().postedAt(),
        venue.label(entry.post().postedAt(), now),
        PersonView.of(entry.post().author()).name(),
        isShown && !entry.post().text().isEmpty() ? entry.post().text() : null);
  }
}
