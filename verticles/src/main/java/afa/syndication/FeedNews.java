package afa.syndication;

import afa.feed.Post;
import afa.source.Harvest;
import afa.syndication.FeedCursor.Seen;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares what a feed shows now with what is remembered of it: what is new, what was edited, and
 * whether there was more in between than it still shows. What is not shown any more stays a post:
 * feeds show their newest entries only.
 */
final class FeedNews {
  /** Entries that are looked at: ten times what feeds have. */
  private static final int MOST = 500;

  /** Entries that are remembered, more where the feed shows more: caches give out older copies. */
  private static final int REMEMBERED = 100;

  /** Feeds that show fewer are short because there is no more, not because they were cut. */
  private static final int SHORT = 10;

  /** Some write the day only, some publish what they wrote days ago. */
  private static final Duration BACKDATED = Duration.ofDays(7);

  /** How exactly RSS tells times. */
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final FeedCursor known;
  private final Instant claimed;
  private final Instant now;
  private final Map<String, Seen> seen = new LinkedHashMap<>(); // newest first
  private final List<Post> posts = new ArrayList<>(); // newest first
  private int old;

  private FeedNews(FeedCursor known, Instant claimed, Instant now) {
    this.known = known;
    this.claimed = claimed;
    this.now = now;
  }

  /**
   * What a look brought.
   *
   * @param old entries that came for the first time and are too old to be shown
   */
  record News(Harvest harvest, int old) {}

  /**
   * @param known what is remembered
   * @param claimed until when nothing is missing, by the looks before
   */
  static News of(
      List<FeedEntry> entries, FeedAnswer answer, FeedCursor known, Instant claimed, Instant now) {
    return new FeedNews(known, claimed, now).compare(entries, answer);
  }

  private News compare(List<FeedEntry> entries, FeedAnswer answer) {
    List<FeedEntry> newestFirst = newestFirst(entries);
    newestFirst.forEach(this::compare);
    boolean gap = isCut();
    FeedCursor next = known.after(answer, seen.size(), remembered());
    Collections.reverse(posts);
    Harvest harvest = new Harvest(
        posts,
        List.of(),
        next.equals(known) ? null : next.write(),
        gap ? List.of("there was more since the last look than the feed shows") : List.of(),
        gap || known.isFirst() ? reached(newestFirst) : null);
    return new News(harvest, old);
  }

  /** One entry for each id, the last changed one. */
  private List<FeedEntry> newestFirst(List<FeedEntry> entries) {
    Map<String, FeedEntry> byId = new LinkedHashMap<>();
    for (FeedEntry entry : entries) byId.merge(entry.id(), entry, FeedNews::later);
    return byId.values().stream()
        .sorted(Comparator.comparing(this::time).reversed())
        .limit(MOST)
        .toList();
  }

  private static FeedEntry later(FeedEntry one, FeedEntry other) {
    return other.updatedMillis() > one.updatedMillis() ? other : one;
  }

  private void compare(FeedEntry entry) {
    Seen before = known.entries().get(entry.key());
    String digest = entry.digest();
    if (before != null && (before.digest().equals(digest) || isStale(entry, before))) {
      seen.put(entry.key(), before);
      return;
    }
    long since = before == null ? now.toEpochMilli() : before.since();
    long version = version(entry, before);
    seen.put(entry.key(), new Seen(digest, since, entry.updatedMillis(), version));
    if (version > 0) posts.add(post(entry, since, version));
    else if (before == null) old++;
  }

  private Post post(FeedEntry entry, long since, long version) {
    return entry
        .post()
        .version(Long.toString(version))
        .postedAt(entry.published() == null ? Instant.ofEpochMilli(since) : entry.published())
        .receivedAt(now);
  }

  /** From an older copy of the feed, as caches give out: what it says is past. */
  private static boolean isStale(FeedEntry entry, Seen before) {
    return entry.updated() != null && entry.updatedMillis() < before.updated();
  }

  /** Grows with each edit, also where the feed does not say that there was one. */
  private long version(FeedEntry entry, Seen before) {
    boolean isHistory = before == null ? isOld(entry) : before.version() == 0;
    if (isHistory) return 0;
    long version = entry.updated() == null ? now.toEpochMilli() : entry.updatedMillis();
    return before == null ? version : Math.max(version, before.version() + 1);
  }

  private boolean isOld(FeedEntry entry) {
    Instant limit = known.isFirst() ? known.limit() : known.limit().minus(BACKDATED);
    return time(entry).isBefore(limit);
  }

  private Instant time(FeedEntry entry) {
    return entry.published() == null ? now : entry.published();
  }

  /** The newer half of what was shown is gone. An older entry may be pinned, some are deleted. */
  private boolean isCut() {
    if (known.isFirst() || seen.isEmpty()) return false;
    if (known.shown() == 0) return seen.size() >= SHORT;
    int newer = Math.min(known.shown(), Math.max(3, (known.shown() + 1) / 2));
    return known.entries().keySet().stream().limit(newer).noneMatch(seen::containsKey);
  }

  /** Since when everything is here. Of feeds that tell days only, nothing can be said. */
  private Instant reached(List<FeedEntry> newestFirst) {
    Instant oldest = newestFirst.stream()
        .filter(entry -> !known.entries().containsKey(entry.key()))
        .map(entry -> time(entry).plus(SECOND))
        .min(Comparator.naturalOrder())
        .orElse(now);
    if (known.isFirst()) {
      boolean isWhole = seen.size() < SHORT || oldest.isBefore(known.limit());
      return isWhole ? known.limit() : oldest;
    }
    return oldest.isAfter(claimed) ? oldest : now;
  }

  private Map<String, Seen> remembered() {
    Map<String, Seen> all = new LinkedHashMap<>(seen);
    known.entries().forEach((key, entry) -> {
      if (all.size() < REMEMBERED) all.putIfAbsent(key, entry);
    });
    return all;
  }
}
