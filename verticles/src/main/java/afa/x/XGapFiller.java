package afa.x;

import afa.source.Backoff;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Searches for what the stream did not bring, from the stored cursor, after every connect and again
 * once the newest of it can be found, until nothing is missing ({@link XGap}).
 */
final class XGapFiller {
  private static final Logger log = LoggerFactory.getLogger(XGapFiller.class);

  private final XParts parts;
  private final XFetch fetch;
  private final XTuning tuning;
  private final Runnable changed;
  private final Backoff backoff;
  private XGap gap; // null until the cursor was read
  private Instant connectedAt; // null while there is no connection
  private Instant notBefore = Instant.EPOCH; // the next search
  private boolean searching;
  private boolean stopped;
  private long timer = -1;
  private String remark;

  /**
   * @param changed told when {@link #isOpen} or {@link #remark} may have changed
   */
  XGapFiller(XParts parts, Runnable changed) {
    this.parts = parts;
    this.fetch = new XFetch(parts);
    this.tuning = parts.config().tuning();
    this.changed = changed;
    this.backoff = new Backoff(tuning.backoff());
  }

  /** A stream was opened just now. */
  void connected() {
    connectedAt = parts.client().now();
    searchSoon();
  }

  /** It ended. A search that runs goes on: what it finds is as true as before. */
  void disconnected() {
    connectedAt = null;
    if (gap != null) gap.disconnected();
  }

  void stop() {
    stopped = true;
    parts.context().vertx().cancelTimer(timer);
  }

  /** Whether something may be missing. */
  boolean isOpen() {
    return gap == null || gap.isOpen();
  }

  /** What could not be fetched last, or why searching waits; null when all is well. */
  String remark() {
    return remark;
  }

  /** The cursor that may go with a post of the stream, or null while the gap is open. */
  String cursor() {
    if (gap == null) return null;
    return gap.streamed(parts.client().now()).map(Instant::toString).orElse(null);
  }

  private void searchSoon() {
    parts.context().vertx().cancelTimer(timer);
    if (stopped || searching) return; // who searches looks again when done
    Duration wait = Duration.between(parts.client().now(), notBefore);
    timer = parts.context().vertx().setTimer(Math.max(1, wait.toMillis()), due -> fill());
  }

  private void fill() {
    if (stopped || connectedAt == null) return;
    searching = true;
    notBefore = parts.client().now().plus(tuning.searchEvery());
    fetch
        .cursor()
        .compose(this::search)
        .onComplete(done -> searching = false)
        .onSuccess(this::filled)
        .onFailure(this::tryAgain);
  }

  private Future<String> search(Instant cursor) {
    gap = new XGap(tuning.overlap(), tuning.settle(), cursor);
    if (connectedAt != null) gap.connected(connectedAt);
    if (parts.context().isFull()) return Future.succeededFuture(remark); // it ends anyway
    // The past must not eat up what the present needs.
    long most = parts.budget().left(parts.client().now()) / 2;
    return fetch.run(gap, new XSearch.Bounds(tuning.searchPages(), most));
  }

  private void filled(String lost) {
    remark = lost;
    backoff.succeeded();
    if (connectedAt != null) gap.connected(connectedAt); // it may be another one than before
    changed.run();
    if (!gap.isOpen()) return;
    gap.closesAt().filter(notBefore::isBefore).ifPresent(at -> notBefore = at);
    searchSoon();
  }

  private void tryAgain(Throwable failure) {
    XProblem problem = XFailure.problem(failure);
    Instant now = parts.client().now();
    Duration wait = backoff.after(problem.told(), Duration.ZERO, now);
    notBefore = now.plus(wait);
    remark = "posts missed meanwhile wait: " + problem.sentence();
    log.warn(
        "A search for missed posts failed: event={} waitMs={} reason={}",
        parts.context().event(),
        wait.toMillis(),
        problem.sentence());
    changed.run();
    searchSoon();
  }
}
