package afa.placement;

import afa.feed.Post;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Places posts at the moment they arrive, by the newest schedule and by what it remembers of the
 * posts before: where they are, and not what they say. Used by one thread.
 */
public final class ArrivalPlacement {
  private final Bounded<Remembered> recent;
  private final Bounded<String> lastOf; // identities by author
  private @Nullable Placement placement;

  private record Remembered(List<Placed> places, Instant postedAt, String author) {}

  /** Forgets the oldest. */
  private static final class Bounded<V> extends LinkedHashMap<String, V> {
    private static final long serialVersionUID = 1;
    private final int most;

    Bounded(int most) {
      this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
      return size() > most;
    }
  }

  /**
   * @param remembered most posts that are remembered, and most authors
   */
  public ArrivalPlacement(int remembered) {
    recent = new Bounded<>(remembered);
    lastOf = new Bounded<>(remembered);
  }

  /** Places by this schedule from now on. */
  public void follow(Placement next) {
    placement = next;
  }

  /** Whether there is a schedule. */
  public boolean isReady() {
    return placement != null;
  }

  /** Ids of the talks that a post is about, the surest first; none for the hallway. */
  public List<String> place(Post post) {
    if (placement == null) return List.of();
    List<Placed> places = placement.place(post, context(post));
    remember(post, places);
    return places.stream().filter(place -> !place.isHallway()).map(Placed::talk).toList();
  }

  private Context context(Post post) {
    Remembered parent = recent.get(Threads.parent(post));
    List<Placed> answered = parent == null ? List.of() : parent.places();
    Remembered before = before(post);
    if (before == null) return new Context(answered, List.of(), Duration.ZERO);
    Duration ago = Duration.between(before.postedAt(), post.postedAt()).abs();
    return new Context(answered, Threads.sits(ago) ? before.places() : List.of(), ago);
  }

  private @Nullable Remembered before(Post post) {
    String last = lastOf.get(Threads.author(post));
    return last == null || last.equals(post.identity()) ? null : recent.get(last);
  }

  /** What came late is not where somebody sits by now. */
  private void remember(Post post, List<Placed> places) {
    String author = Threads.author(post);
    List<Placed> bare = places.stream()
        .map(place -> new Placed(place.talk(), place.weight(), List.of()))
        .toList();
    Remembered newest = before(post);
    recent.put(post.identity(), new Remembered(bare, post.postedAt(), author));
    if (newest != null && newest.postedAt().isAfter(post.postedAt())) return;
    lastOf.remove(author); // who speaks is not the oldest
    lastOf.put(author, post.identity());
  }

  /** Forgets a post that is gone. */
  public void forget(String identity) {
    Remembered gone = recent.remove(identity);
    if (gone != null) lastOf.remove(gone.author(), identity);
  }
}
