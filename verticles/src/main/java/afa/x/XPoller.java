package afa.x;

import afa.source.PollReader;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;

/**
 * Reads by search instead of the stream, when the day's posts are nearly used up: what is left is
 * spread over the searches until midnight.
 */
final class XPoller {
  private static final String REASON =
      "the day's posts were nearly used up, so X was searched now and then";

  private final XParts parts;
  private final XFetch fetch;

  XPoller(XParts parts) {
    this.parts = parts;
    this.fetch = new XFetch(parts);
  }

  /** Brings in what was posted since the last look. */
  Future<String> poll() {
    XTuning tuning = parts.config().tuning();
    parts.coverage().pauses(Instant.now(), REASON);
    return fetch.cursor().compose(cursor -> {
      XGap gap = new XGap(tuning.overlap(), tuning.settle(), cursor);
      return fetch.run(gap, new XSearch.Bounds(tuning.searchPages(), share()));
    });
  }

  private long share() {
    Instant now = parts.client().now();
    Duration day = Duration.between(now, XBudget.midnight(now));
    long searches = 1 + day.toMillis() / parts.config().limit().searchEvery().toMillis();
    return parts.budget().left(now) / searches;
  }

  /** How long until the next look, or until the day's end. */
  Duration pause() {
    Instant now = parts.client().now();
    Duration day = Duration.between(now, XBudget.midnight(now)).plusSeconds(3);
    Duration every = parts.config().limit().searchEvery();
    return every.compareTo(day) < 0 ? every : day;
  }

  /** How old a claim becomes while all is well. */
  Duration patience() {
    XTuning tuning = parts.config().tuning();
    return PollReader.Rhythm.patience(parts.config().limit().searchEvery(), tuning.settle());
  }

  String remark(String lost) {
    String degraded = "of today's " + parts.config().limit().perDay()
        + " posts only those kept for searches are left: no stream until 0:00 UTC, but a search every "
        + parts.config().limit().searchEvery().toMinutes() + " minutes";
    return lost == null ? degraded : degraded + "; " + lost;
  }
}
