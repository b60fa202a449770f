package afa.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A walk through the pages of a hashtag: where it is, what it found, whether it is over. */
final class TimelineWalk {
  private final String cursor; // null when it walks back
  private final String minId;
  private final Instant since;
  private final int mostPages;
  private final List<StatusResult> results = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private int pages;
  private String newest;
  private Instant oldest; // of those found, null before the first
  private String link;
  private boolean newestPage; // whether that is what comes next
  private boolean over;
  private boolean complete;

  TimelineWalk(String cursor, Instant now, MastodonConfig config) {
    this.cursor = cursor;
    this.minId =
        cursor == null ? null : StatusIds.before(cursor, config.tuning().overlap());
    this.since = now.minus(config.tuning().lookBack());
    this.mostPages = config.tuning().pages();
    this.newest = cursor;
    // Where ids do not tell the time, the newest page takes the place of a look back.
    newestPage = cursor != null && cursor.equals(minId);
  }

  void add(TimelinePage page, StatusParser parser, Instant now) {
    pages++;
    int before = seen.size();
    for (JsonNode status : page.statuses()) add(status, parser, now);
    boolean brought = seen.size() > before;
    if (newestPage) {
      newestPage = false;
      return;
    }
    link = cursor == null ? page.links().next() : page.links().prev();
    complete = link == null || !brought || (cursor == null && isOldEnough());
    over = complete || (cursor == null && pages >= mostPages);
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

  /** Id after which pages begin, null for the newest page. */
  String minId() {
    return newestPage ? null : minId;
  }

  /** Address of the next page, null at the begin. */
  String link() {
    return link;
  }

  boolean isOver() {
    return over;
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
    if (cursor != null) return null;
    return complete ? since : oldest;
  }
}
