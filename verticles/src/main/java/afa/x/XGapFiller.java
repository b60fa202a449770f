package afa.x;

import afa.message.Addresses;
import afa.message.ReadCursor;
import afa.source.Appender;
import afa.source.Backoff;
import afa.source.SourceCounters;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Searches for what the stream did not bring, from the stored cursor, after every connect and again
 * once the newest of it can be found, until nothing is missing ({@link XGap}).
 */
final class XGapFiller {
  private static final Logger log = LoggerFactory.getLogger(XGapFiller.class);

  /** What a filler works with. */
  record Parts(
      Vertx vertx,
      String event,
      XConfig config,
      XClient client,
      XIntake intake,
      XBudget budget,
      Appender appender,
      SourceCounters counters) {}

  private final Parts parts;
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
  XGapFiller(Parts parts, Runnable changed) {
    this.parts = parts;
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
    parts.vertx().cancelTimer(timer);
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
    parts.vertx().cancelTimer(timer);
    if (stopped || searching) return; // who searches looks again when done
    Duration wait = Duration.between(parts.client().now(), notBefore);
    timer = parts.vertx().setTimer(Math.max(1, wait.toMillis()), due -> fill());
  }

  private void fill() {
    if (stopped || connectedAt == null) return;
    searching = true;
    notBefore = parts.client().now().plus(tuning.searchEvery());
    readCursor()
        .compose(this::search)
        .onComplete(done -> searching = false)
        .onSuccess(done -> filled())
        .onFailure(this::tryAgain);
  }

  /** The stored one, not the one in memory: should the store have lost posts, they come again. */
  private Future<Instant> readCursor() {
    return Addresses.READ_CURSOR
        .call(parts.vertx().eventBus(), new ReadCursor(parts.event(), XStreamVerticle.SOURCE))
        .map(stored -> cursor(stored.cursor()));
  }

  private Instant cursor(String stored) {
    Instant first = parts.client().now().minus(tuning.lookBack());
    if (stored == null) return first;
    try {
      return Instant.parse(stored);
    } catch (DateTimeParseException notOurs) {
      log.error("A cursor that no X source wrote: event={} cursor={}", parts.event(), stored);
      return first;
    }
  }

  private Future<Void> search(Instant cursor) {
    gap = new XGap(tuning.overlap(), tuning.settle(), cursor);
    if (connectedAt != null) gap.connected(connectedAt);
    if (parts.appender().isFull()) return Future.succeededFuture(); // the connection ends anyway
    Instant begun = parts.client().now();
    XSearch search = new XSearch(
        parts.client(), parts.intake(), parts.budget(), gap.from(), tuning.searchPages());
    return search
        .run(parts.config().rules())
        .onFailure(failure -> parts.appender().add(search.found().posts(), null))
        .map(found -> found(found, begun));
  }

  private Void found(XSearch.Found found, Instant begun) {
    for (String sentence : found.missing()) {
      parts.counters().gap();
      log.warn("A gap stays: event={} source=x from={} {}", parts.event(), gap.from(), sentence);
    }
    remark = found.missing().isEmpty() ? null : String.join("; ", found.missing());
    Instant cursor = gap.searched(begun);
    parts.appender().add(found.posts(), cursor.toString());
    log.info(
        "Searched X: event={} found={} cursor={}", parts.event(), found.posts().size(), cursor);
    return null;
  }

  private void filled() {
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
    Instant asked = problem.notBefore() == null ? now : problem.notBefore();
    double random = ThreadLocalRandom.current().nextDouble();
    Duration wait = backoff.next(problem.kind().cause, Duration.ZERO, random, now, asked);
    notBefore = now.plus(wait);
    remark = "posts missed meanwhile wait: " + problem.sentence();
    log.warn(
        "A search for missed posts failed: event={} waitMs={} reason={}",
        parts.event(),
        wait.toMillis(),
        problem.sentence());
    changed.run();
    searchSoon();
  }
}
