package afa.talks;

import afa.feed.FeedJson;
import afa.feed.Link;
import afa.feed.LogEntry;
import afa.feed.Post;
import afa.feed.Update;
import afa.message.PostName;
import afa.message.PostsRead;
import afa.placement.Corrections;
import afa.placement.Placed;
import afa.placement.Placements;
import afa.placement.Reason;
import afa.schedule.Schedule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All posts of one life of a log with their places, and those of them whose rows are not as they
 * should be. Used by one thread at a time.
 */
final class Placer {
  private static final Logger log = LoggerFactory.getLogger(Placer.class);

  private final Placements placements;
  private final List<@Nullable String> identities = new ArrayList<>(); // of the entries, by n - 1
  private final Map<String, PostName> stale = new LinkedHashMap<>(); // by identity

  Placer(Schedule schedule, Corrections corrections) {
    placements = new Placements(schedule);
    placements.correct(corrections);
  }

  private record Told(String kind, String reason, double weight) {}

  /** Takes what follows in the log; gives how many posts were placed. */
  int take(List<LogEntry> entries) {
    int placed = 0;
    for (LogEntry entry : entries) {
      if (entry.n() <= identities.size()) continue; // after a step that failed half-way
      identities.add(null);
      if (take(entry)) placed++;
    }
    return placed;
  }

  private boolean take(LogEntry entry) {
    Update update;
    try {
      update = entry.update();
    } catch (FeedJson.Malformed notAnUpdate) {
      return false; // the archive holds it aside, and says so
    }
    Post post = update.post();
    if (post != null) {
      if (update.type() == Update.Type.POST) {
        identities.set(identities.size() - 1, post.identity());
      }
      if (!isPlaced(post)) return false;
      stale.put(post.identity(), PostName.of(post));
      return true;
    }
    Long target = update.target();
    if (update.type() == Update.Type.RETRACT && target != null) remove(target);
    return false;
  }

  /** A post that nobody can place must not stand in the way of all others. */
  private boolean isPlaced(Post post) {
    try {
      placements.add(slim(post));
      return true;
    } catch (RuntimeException unexpected) {
      log.error("A post cannot be placed: {}", post.identity(), unexpected);
      placements.remove(post.identity());
      return false;
    }
  }

  private void remove(long target) {
    boolean known = target >= 1 && target <= identities.size();
    String identity = known ? identities.set((int) target - 1, null) : null;
    if (identity == null) return;
    placements.post(identity).ifPresent(post -> stale.put(identity, PostName.of(post)));
    placements.remove(identity);
  }

  /** What its place depends on, and what organisers see of it; there are many. */
  private static Post slim(Post post) {
    return Post.builder(post.source().intern(), post.id())
        .author(post.author())
        .text(post.text())
        .links(post.links().stream()
            .filter(link -> link.kind() == Link.Kind.MENTION)
            .toList())
        .original(post.original())
        .repostOf(post.repostOf())
        .quoteOf(post.quoteOf())
        .replyTo(post.replyTo())
        .warning(post.warning())
        .postedAt(post.postedAt())
        .receivedAt(post.postedAt());
  }

  /** Number of the newest entry that was taken. */
  long taken() {
    return identities.size();
  }

  /** How many posts there are. */
  int posts() {
    return placements.identities().size();
  }

  /** Takes over a new version of the schedule; gives how many posts were placed anew. */
  int follow(Schedule schedule, Set<String> changed) {
    return again(placements.follow(schedule, changed));
  }

  /** Takes over what organisers say; gives how many posts were placed anew. */
  int correct(Corrections corrections) {
    return again(placements.correct(corrections));
  }

  private int again(Set<String> affected) {
    for (String identity : affected) {
      placements.post(identity).ifPresent(post -> stale.put(identity, PostName.of(post)));
    }
    return affected.size();
  }

  /** Which of these posts are not in the log. */
  List<PostName> strangers(List<PostName> posts) {
    return posts.stream()
        .filter(post -> placements.post(post.identity()).isEmpty())
        .toList();
  }

  /**
   * Posts with their places, the newest first.
   *
   * @param talk only those that are there; null: all
   * @param before only those with smaller numbers; 0: from the newest on
   */
  List<PostsRead.Told> newest(@Nullable String talk, long before, int most) {
    List<PostsRead.Told> found = new ArrayList<>();
    int from = before <= 0 ? identities.size() : (int) Math.min(before - 1, identities.size());
    for (int at = from - 1; at >= 0 && found.size() < most; at--) {
      String identity = identities.get(at);
      if (identity == null) continue;
      List<Placed> places = placements.of(identity);
      if (talk != null && places.stream().noneMatch(place -> place.talk().equals(talk))) continue;
      long n = at + 1;
      placements.post(identity).ifPresent(post -> found.add(PostList.told(post, n, places)));
    }
    return found;
  }

  /** The rows of the next posts whose rows are to be written; these count as written from now on. */
  Places next(int most) {
    List<PostName> posts = new ArrayList<>();
    List<Places.Row> rows = new ArrayList<>();
    Iterator<PostName> all = stale.values().iterator();
    while (all.hasNext() && posts.size() < most) {
      PostName post = all.next();
      all.remove();
      posts.add(post);
      rows.addAll(rows(post));
    }
    return new Places(posts, rows);
  }

  /** They could not be written after all. */
  void failed(Places places) {
    places.posts().forEach(post -> stale.put(post.identity(), post));
  }

  int waiting() {
    return stale.size();
  }

  private List<Places.Row> rows(PostName post) {
    if (placements.post(post.identity()).isEmpty()) return List.of();
    return placements.of(post.identity()).stream()
        .filter(place -> !place.isHallway())
        .map(place -> row(post, place))
        .toList();
  }

  private static Places.Row row(PostName post, Placed place) {
    boolean corrected =
        place.reasons().stream().anyMatch(reason -> reason.kind() == Reason.Kind.CORRECTION);
    List<Told> reasons = place.reasons().stream()
        .map(reason -> new Told(
            reason.kind().name().toLowerCase(Locale.ROOT),
            reason.sentence(),
            Math.round(reason.weight() * 100) / 100.0))
        .toList();
    return new Places.Row(
        post, place.talk(), (float) place.weight(), TalkJson.write(reasons), corrected);
  }

  /**
   * Finds out, page by page, which rows of the table are not as they should be.
   *
   * @param seen identities of the pages before; those of this one are added
   */
  void compare(List<Places.Kept> page, Set<String> seen) {
    for (Places.Kept kept : page) {
      String identity = kept.post().identity();
      seen.add(identity);
      if (!isRight(kept)) stale.put(identity, kept.post());
    }
  }

  private boolean isRight(Places.Kept kept) {
    List<Places.Row> rows = rows(kept.post()).stream()
        .sorted(Comparator.comparing(Places.Row::talk))
        .toList();
    return rows.stream().map(Places.Row::talk).toList().equals(kept.talks())
        && rows.stream().map(Places.Row::weight).toList().equals(kept.weights())
        && rows.stream().anyMatch(Places.Row::corrected) == kept.corrected();
  }

  /** After the last page: what stands nowhere must be written, the rest is right. */
  void compared(Set<String> seen) {
    for (String identity : placements.identities()) {
      if (seen.contains(identity) || stale.containsKey(identity)) continue;
      placements
          .post(identity)
          .map(PostName::of)
          .filter(post -> !rows(post).isEmpty())
          .ifPresent(post -> stale.put(identity, post));
    }
  }

  /** Before a comparison, which finds what is to be written: that is little after a restart. */
  void forgetStale() {
    stale.clear();
  }
}
