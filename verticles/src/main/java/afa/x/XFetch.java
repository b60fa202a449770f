package afa.x;

import afa.feed.Post;
import afa.message.Addresses;
import afa.message.ReadCursor;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches by search what was posted since the stored cursor, and moves that on. */
final class XFetch {
  private static final Logger log = LoggerFactory.getLogger(XFetch.class);

  private final XParts parts;

  XFetch(XParts parts) {
    this.parts = parts;
  }

  /** The stored one, not the one in memory: should the store have lost posts, they come again. */
  Future<Instant> cursor() {
    String event = parts.context().event();
    return Addresses.READ_CURSOR
        .call(parts.context().vertx().eventBus(), new ReadCursor(event, XStreamVerticle.SOURCE))
        .map(stored -> cursor(stored.cursor()))
        .recover(away -> Future.failedFuture(new XFailure(XProblem.of(XProblem.Kind.PAUSED, ""))));
  }

  private Instant cursor(String stored) {
    Instant first = parts.client().now().minus(parts.config().tuning().lookBack());
    if (stored == null) return first;
    try {
      return Instant.parse(stored);
    } catch (DateTimeParseException notOurs) {
      log.error(
          "A cursor that no X source wrote: event={} cursor={}", parts.context().event(), stored);
      return first;
    }
  }

  /**
   * Everything since the begin of a gap; completes, when all is stored, with a remark about what will
   * never be had, or null.
   *
   * @param gap is told that it was searched
   */
  Future<String> run(XGap gap, XSearch.Bounds bounds) {
    Instant from = gap.from();
    Instant begun = parts.client().now();
    XSearch search = new XSearch(parts.search(), from, bounds);
    return search
        .run(parts.config().rules())
        .onFailure(failure -> parts.bring(search.found().taken(), null))
        .compose(found -> {
          String cursor = gap.searched(begun).toString();
          return parts.bring(found.taken(), cursor).map(fresh -> {
            log.info(
                "Searched X: event={} found={} new={} cursor={}",
                parts.context().event(),
                found.taken().posts().size(),
                fresh.size(),
                cursor);
            Instant to = begun.minus(parts.config().tuning().settle());
            claim(found, parts.client().ours(from), parts.client().ours(to), fresh);
            return remark(found.missing(), from);
          });
        });
  }

  private void claim(XSearch.Found found, Instant from, Instant to, List<Post> fresh) {
    XCoverage coverage = parts.coverage();
    Instant since = found.since() == null ? to : parts.client().ours(found.since());
    if (!found.missing().isEmpty()) {
      coverage.lost(from, since, String.join("; ", found.missing()));
    }
    Instant begin = found.missing().isEmpty() ? from : since;
    if (begin.isBefore(to)) coverage.fetched(begin, to, fresh);
  }

  private String remark(List<String> missing, Instant from) {
    for (String sentence : missing) {
      parts.context().counters().gap();
      log.warn(
          "A gap stays: event={} source=x from={} {}", parts.context().event(), from, sentence);
    }
    return missing.isEmpty() ? null : String.join("; ", missing);
  }
}
