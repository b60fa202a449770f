package afa.site;

import afa.feed.VenueTime;
import afa.feed.Post;
import afa.feed.Update;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The cards that a run of the log amounts to: what was revised shows its new text at its old place,
 * what was retracted is not there.
 */
final class Cards {
  private Cards() {}

  /** At most {@code limit} cards of these updates, the newest first. */
  static List<CardView> newest(List<Update> updates, int limit, VenueTime venue, Instant now) {
    NavigableMap<Long, CardView> byNumber = new TreeMap<>();
    for (Update update : updates) apply(update, byNumber, venue, now);
    return byNumber.descendingMap().values().stream().limit(limit).toList();
  }

  private static void apply(
      Update update, NavigableMap<Long, CardView> byNumber, VenueTime venue, Instant now) {
    Post post = update.post();
    Long target = update.target();
    switch (update.type()) {
      case POST -> {
        if (post != null) byNumber.put(update.n(), CardView.of(update, post, venue, now));
      }
      case REVISE -> {
        if (target == null || post == null) return;
        byNumber.computeIfPresent(
            target, (place, old) -> CardView.of(update, post, venue, now).at(place));
      }
      case RETRACT -> {
        if (target != null) byNumber.remove(target);
      }
      case GONE -> byNumber.remove(update.n());
    }
  }
}
