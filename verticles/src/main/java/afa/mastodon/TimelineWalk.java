package afa.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A walk through the pages of a hashtag: where it is, what it found, whether it is over. It is
 * bounded, as a server may have more than fits into memory, or give the same page for ever.
 */
final class TimelineWalk {
  private final String cursor; // null when it walks back
  private final Instant now;
  private final Instant since;
  private final int mostPages;
  private final List<StatusResult> results = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private int pages;
  private String newest;
  private Instant oldest; // of those found, null before the first
  private TimelinePlace place; // of the next page
  private String after; // the page that came last but one ended here; null when it walks back
  private boolean newestPage; // whether that is what comes next
  private boolean over;
  private boolean complete;

  /** Begins at the newest page and walks back. */
  static TimelineWalk back(Instant now, MastodonTuning tuning) {
    return new TimelineWalk(null, TimelinePlace.NEWEST, now, tuning);
  }

  /** Begins a little before the cursor. */
  static TimelineWalk from(String cursor, Instant now, MastodonTuning tuning) {
    String before = StatusIds.before(cursor, tuning.overlap());
    TimelineWalk walk = goingOn(cursor, now, tuning);
    walk.after = before;
    // Where ids do not tell the time, the newest page takes the place of a look back.
    walk.newestPage = cursor.equals(before);
    walk.place = walk.newestPage ? TimelinePlace.NEWEST : TimelinePlace.after(before);
    return walk;
  }

  /** Begins at the cursor, where a walk before this one had to end; or it would never get on. */
  static TimelineWalk goingOn(String cursor, Instant now, MastodonTuning tuning) {
    return new TimelineWalk(cursor, TimelinePlace.after(cursor), now, tuning);
  }

  private TimelineWalk(String cursor, TimelinePlace begin, Instant now, MastodonTuning tuning) {
    this.cursor = cursor;
    this.after = cursor;
    this.place = begin;
    this.now = now;
    this.since = now.minus(tuning.lookBack());
    this.mostPages = tuning.pages();
    this.newest = cursor;
  }

  void add(TimelinePage page, StatusParser parser, Instant now) {
    pages++;
    int before = seen.size();
    for (JsonNode status : page.statuses()) add(status, parser, now);
    boolean brought = seen.size() > before;
    if (newestPage) {
      newestPage = false;
      place = TimelinePlace.after(cursor);
      return;
    }
    place = cursor == null ? page.older() : page.newer();
    boolean stuck = cursor != null && page.isFull() && !getsOn(page.newest());
    complete = !stuck && (place == null || !brought || (cursor == null && isOldEnough()));
    over = complete || stuck || pages >= mostPages;
  }

  private boolean getsOn(String reached) {
    boolean isNewer = reached != null && StatusIds.ORDER.compare(reached, after) > 0;
    if (isNewer) after = reached;
    return isNewer;
  }

  private void add(JsonNode status, StatusParser parser, Instant now) {
    String id = MastodonJson.text(status, "id");
    if (!id.isEmpty() && !seen.add(id)) return;
    results.add(parser.read(status, now));
    if (!id.isEmpty()) newest = StatusIds.newer(newest, id);
    Instant created = MastodonJson.time(status, "created_at");
    boolean older = created != null && (oldest == null || created.isBefore(oldest));
    if (older) oldest = created;
  }

  private boolean isOldEnough() {
    return oldest != null && oldest.isBefore(since);
  }

  /** Where the next page is. */
  TimelinePlace place() {
    return place;
  }

  boolean isOver() {
    return over;
  }

  /** Whether it is over although there is more behind the newest. */
  boolean isCut() {
    return over && !complete && cursor != null;
  }

  List<StatusResult> results() {
    return results;
  }

  /** The newest id there is, null when there is none. */
  String newest() {
    return newest;
  }

  /** From when on nothing is missing; null where that is the cursor. */
  Instant reachedBackTo() {
    if (cursor != null) return isCut() ? now : null;
    return complete ? since : oldest;
  }
}
