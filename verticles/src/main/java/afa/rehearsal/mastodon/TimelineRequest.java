package afa.rehearsal.mastodon;

import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;

/**
 * What somebody wants of the timeline of a hashtag.
 *
 * @param minId the page right after it, null when not asked so
 * @param maxId only older ones, null for all
 * @param sinceId only newer ones, the newest of them, null for all
 */
record TimelineRequest(String tag, Long minId, Long maxId, Long sinceId, int limit) {
  private static final int USUAL = 20;
  private static final int MOST = 40;

  static TimelineRequest of(HttpServerRequest request, String tag) {
    Long limit = number(request, "limit");
    return new TimelineRequest(
        tag.toLowerCase(Locale.ROOT),
        number(request, "min_id"),
        number(request, "max_id"),
        number(request, "since_id"),
        limit == null || limit < 1 ? USUAL : (int) Math.min(MOST, limit));
  }

  private static Long number(HttpServerRequest request, String name) {
    String text = request.getParam(name, "");
    return text.matches("[0-9]{1,18}") ? Long.valueOf(text) : null;
  }

  /** Ids of the page, the newest first. */
  List<Long> select(NavigableMap<Long, Toot> statuses) {
    long from = Math.max(minId == null ? 0 : minId, sinceId == null ? 0 : sinceId);
    long to = maxId == null ? Long.MAX_VALUE : maxId;
    if (from >= to) return List.of();
    NavigableMap<Long, Toot> range = statuses.subMap(from, false, to, false);
    List<Long> page = new ArrayList<>();
    for (var status : (minId == null ? range.descendingMap() : range).entrySet()) {
      if (page.size() == limit) break;
      if (TootJson.tagsOf(status.getValue().text()).contains(tag)) page.add(status.getKey());
    }
    if (minId != null) Collections.reverse(page);
    return page;
  }

  /** The {@code Link} header of the page, "" for an empty one. */
  String link(List<Long> page, String server) {
    if (page.isEmpty()) return "";
    String base = "<" + server + "/api/v1/timelines/tag/" + tag + "?limit=" + limit;
    return base + "&max_id=" + page.get(page.size() - 1) + ">; rel=\"next\", " + base + "&min_id="
        + page.get(0) + ">; rel=\"prev\"";
  }
}
