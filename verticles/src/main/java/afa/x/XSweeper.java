package afa.x;

import afa.feed.Post;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks now and then by search for what the stream should have brought and did not. Posts that both
 * give on the same day are billed once, so a sweep costs what it finds.
 */
final class XSweeper {
  private static final Logger log = LoggerFactory.getLogger(XSweeper.class);

  private final XParts parts;
  private final Duration every;
  private Instant swept; // by X's clock; null while nothing is to be swept
  private boolean sweeping;
  private long timer = -1;

  XSweeper(XParts parts) {
    this.parts = parts;
    this.every = parts.config().tuning().checks().sweepEvery();
  }

  void start() {
    if (every.isZero()) return;
    timer = parts.context().vertx().setPeriodic(every.toMillis(), tick -> sweep());
  }

  void stop() {
    parts.context().vertx().cancelTimer(timer);
  }

  /** Nothing is missing up to now; what the stream brings from here on is to be compared. */
  void begin() {
    if (swept == null) swept = parts.client().now();
  }

  /** The stream ended: a gap will be searched anyway. */
  void end() {
    swept = null;
  }

  private void sweep() {
    if (swept == null || sweeping) return;
    sweeping = true;
    Instant from = swept;
    Instant begun = parts.client().now();
    long most = parts.budget().left(begun) / 10;
    XTuning tuning = parts.config().tuning();
    new XSearch(parts.search(), from, new XSearch.Bounds(tuning.searchPages(), most))
        .run(parts.config().rules())
        .compose(found -> bring(found, from, begun.minus(tuning.settle())))
        .onComplete(done -> sweeping = false)
        .onFailure(failure ->
            log.debug("A sweep failed; the next one does its work: {}", failure.getMessage()));
  }

  private Future<Void> bring(XSearch.Found found, Instant from, Instant to) {
    return parts.bring(found.taken(), null).map(fresh -> {
      if (from.equals(swept) && to.isAfter(from)) swept = to;
      if (!fresh.isEmpty()) found(fresh, from, to);
      return null;
    });
  }

  private void found(List<Post> fresh, Instant from, Instant to) {
    fresh.forEach(post -> parts.context().counters().found());
    log.warn(
        "Posts that the stream did not bring: event={} count={} from={} to={}",
        parts.context().event(),
        fresh.size(),
        from,
        to);
    parts.coverage().fetched(parts.client().ours(from), parts.client().ours(to), fresh);
  }
}
