package afa.flickr;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One search to its end. Flickr gives about the first 4,000 photos of a question and repeats itself
 * behind them, and over long times it leaves some out; so a time that has more is searched in
 * halves, the later one first, as often as it takes.
 */
final class FlickrWalk {
  /** What Flickr gives of one question, about. */
  static final int REACHABLE = 4_000;

  private final FlickrClient client;
  private final FlickrPhotoParser parser;
  private final FlickrFound found;
  private final int perPage;
  private final Instant now;
  private final Deque<FlickrWindow> windows = new ArrayDeque<>();
  private Map<String, String> what = Map.of();

  FlickrWalk(FlickrClient client, FlickrConfig config, FlickrFound found, Instant now) {
    this.client = client;
    this.parser = new FlickrPhotoParser(config.hosts(), config.query().licenses());
    this.found = found;
    this.perPage = config.tuning().perPage();
    this.now = now;
  }

  /** Finds everything that was uploaded since then. */
  Future<Void> walk(Map<String, String> search, Instant from) {
    what = search;
    windows.clear();
    windows.push(FlickrWindow.since(from));
    return next();
  }

  private Future<Void> next() {
    return windows.isEmpty() ? Future.succeededFuture() : page(windows.pop(), 1, new HashSet<>());
  }

  /**
   * @param seen ids of the pages before; a page without a new one is a repetition
   */
  private Future<Void> page(FlickrWindow window, int page, Set<String> seen) {
    if (!found.nextPage()) {
      found.lacks("more photos than can be fetched at once", window.end(now));
      return Future.succeededFuture();
    }
    return client.search(what, window, page).compose(answer -> {
      boolean isNew = take(answer, seen);
      boolean hasMore = answer.tooFar() || (isNew && page < answer.pages());
      boolean tooMany = page == 1 ? answer.total() > REACHABLE : page * perPage >= REACHABLE;
      if (answer.tooFar() || (hasMore && tooMany)) return split(window);
      return hasMore ? page(window, page + 1, seen) : next();
    });
  }

  private boolean take(FlickrPage page, Set<String> seen) {
    boolean isNew = false;
    for (JsonNode photo : page.photos()) {
      // What has no id is counted once, and cannot make a page new.
      String id = FlickrJson.text(photo, "id");
      if (!seen.add(id)) continue;
      isNew |= !id.isEmpty();
      found.add(parser.read(photo));
    }
    return isNew;
  }

  private Future<Void> split(FlickrWindow window) {
    List<FlickrWindow> halves = window.canSplit(now) ? window.halves(now) : List.of();
    if (halves.isEmpty()) {
      found.lacks("more photos of one second than Flickr gives", window.end(now));
    }
    halves.forEach(windows::push);
    return next();
  }
}
