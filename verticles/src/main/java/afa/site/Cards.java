package afa.site;

import afa.feed.Post;
import afa.feed.Update;
import afa.feed.VenueTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The cards that a run of the log amounts to: what was revised shows its new text at its old place,
 * what was retracted is not there, and what is one post is one card.
 */
public final class Cards {
  private final NavigableMap<Long, Entry> entries = new TreeMap<>();
  private final VenueTime venue;
  private final Instant now;

  private Cards(VenueTime venue, Instant now) {
    this.venue = venue;
    this.now = now;
  }

  /** At most {@code limit} cards of these updates, the newest first. */
  static List<CardView> newest(List<Update> updates, int limit, VenueTime venue, Instant now) {
    Cards cards = new Cards(venue, now);
    updates.forEach(cards::apply);
    return cards.folded().limit(limit).toList();
  }

  /** The same for people who cannot choose what they see: without posts that carry a warning. */
  static List<CardView> forAll(List<Update> updates, int limit, VenueTime venue, Instant now) {
    Cards cards = new Cards(venue, now);
    updates.forEach(cards::apply);
    return cards
        .folded()
        .filter(card -> card.content().warning() == null)
        .limit(limit)
        .toList();
  }

  /** All of these posts, the oldest first. */
  public static List<CardView> oldest(List<Entry> posts, VenueTime venue, Instant now) {
    Cards cards = new Cards(venue, now);
    posts.forEach(post -> cards.entries.put(post.n(), post));
    List<CardView> newestFirst = new ArrayList<>(cards.folded().toList());
    Collections.reverse(newestFirst);
    return newestFirst;
  }

  private void apply(Update update) {
    Post post = update.post();
    Long target = update.target();
    switch (update.type()) {
      case POST -> {
        if (post != null) entries.put(update.n(), new Entry(update.n(), post, false));
      }
      case REVISE -> {
        if (target == null || post == null) return;
        entries.computeIfPresent(target, (n, old) -> new Entry(n, post, true));
      }
      case RETRACT -> {
        if (target != null) entries.remove(target);
      }
      case GONE -> entries.remove(update.n());
    }
  }

  private Stream<CardView> folded() {
    SortedMap<Long, Likeness> likenesses = new TreeMap<>();
    entries.forEach((n, entry) -> likenesses.put(n, Likeness.of(entry.post())));
    return Folding.fold(likenesses).values().stream()
        .sorted(Comparator.comparing(Folding.Group::lead).reversed())
        .map(this::card);
  }

  private CardView card(Folding.Group group) {
    Entry lead = Objects.requireNonNull(entries.get(group.lead()));
    List<Long> reposts = new ArrayList<>(group.reposts());
    if (lead.post().repostOf() != null) reposts.add(0, lead.n());
    return CardView.of(
        lead, FoldedList.reposts(views(reposts)), FoldedList.also(views(group.also())), venue, now);
  }

  private List<FoldedView> views(List<Long> numbers) {
    return numbers.stream()
        .map(entries::get)
        .filter(Objects::nonNull)
        .map(entry -> FoldedView.of(entry, venue, now))
        .toList();
  }
}
