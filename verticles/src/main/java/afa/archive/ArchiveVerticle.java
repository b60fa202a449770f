package afa.archive;

import afa.bus.BusFailure;
import afa.bus.Ownership;
import afa.message.Addresses;
import afa.message.ArchivePage;
import afa.message.CoverageRead;
import afa.message.HeadAnnounced;
import afa.message.ReadArchive;
import afa.message.ReadCoverage;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies an event's log into the archive, in order, going on after the last update kept, and now and
 * then its coverage.
 */
public final class ArchiveVerticle extends VerticleBase {
  private static final Logger log = LoggerFactory.getLogger(ArchiveVerticle.class);

  /** How long a stop waits for the newest coverage to be kept. */
  private static final Duration LAST_WORD = Duration.ofSeconds(2);

  private final String event;
  private final ArchiveConfig config;
  private final Archive archive;
  private final ArchiveMetrics metrics;
  private Ownership ownership;
  private LogCopier copier; // of the owner only
  private CoverageCopier coverage;
  private boolean coverageIsDue = true;
  private boolean copying;
  private boolean gathering;
  private boolean rang; // since the copying began
  private boolean waiting; // whether the last attempt failed: a change is logged, not each failure

  /**
   * @param archive may be away; it is waited for
   */
  public ArchiveVerticle(String event, ArchiveConfig config, Archive archive) {
    this.event = event;
    this.config = config;
    this.archive = archive;
    this.metrics = new ArchiveMetrics(event);
  }

  @Override
  public Future<?> start() {
    ownership = new Ownership(vertx, "afa.archive." + event);
    // Not waited for: a node that stands by has started, too. Two may believe that they own it
    // after a pause; the checkpoint of the archive tells them apart.
    ownership.own().onSuccess(owned -> own());
    vertx.setPeriodic(config.catchUpInterval().toMillis(), tick -> catchUp());
    return Addresses.appended(event)
        .subscribe(vertx.eventBus(), bell -> rung())
        .compose(heard -> Addresses.HEAD.subscribe(vertx.eventBus(), this::announced))
        .compose(heard -> Addresses.archived(event).serve(vertx.eventBus(), this::again))
        .compose(heard -> Addresses.keptCoverage(event).serve(vertx.eventBus(), this::kept));
  }

  private Future<CoverageRead> kept(ReadCoverage request) {
    return archive
        .coverage(event)
        .map(sources -> new CoverageRead(event, sources))
        .recover(failure -> Future.failedFuture(new BusFailure(
            BusFailure.Kind.UNAVAILABLE, "the archive is away: " + failure.getMessage())));
  }

  /** That there is an archive must be known, even if nothing can be read. */
  private Future<ArchivePage> again(ReadArchive request) {
    return archive.again(request).otherwise(away -> ArchivePage.unreadable());
  }

  @Override
  public Future<?> stop() {
    metrics.close();
    Future<Void> last = coverage == null ? Future.succeededFuture() : coverage.copy();
    return last.timeout(LAST_WORD.toMillis(), TimeUnit.MILLISECONDS)
        .otherwiseEmpty() // whoever archives next copies it
        .onComplete(done -> ownership.release());
  }

  private void own() {
    metrics.open();
    copier = new LogCopier(vertx.eventBus(), event, config.pageSize(), archive, metrics);
    coverage = new CoverageCopier(vertx.eventBus(), event, archive);
    copy();
  }

  private void catchUp() {
    coverageIsDue = true;
    copy();
  }

  private void announced(HeadAnnounced head) {
    if (copier != null && head.event().equals(event) && copier.lacks(head)) rung();
  }

  /** The bell may ring twice or not at all; what there is to copy is always asked of the log. */
  private void rung() {
    rang = true;
    if (gathering || copying) return;
    gathering = true;
    vertx.setTimer(Math.max(1, config.gather().toMillis()), gathered -> {
      gathering = false;
      copy();
    });
  }

  private void copy() {
    if (copying || copier == null) return;
    copying = true;
    rang = false;
    copier.copy().compose(copied -> copyCoverage()).onComplete(copied -> done(copied.cause()));
  }

  private Future<Void> copyCoverage() {
    if (!coverageIsDue) return Future.succeededFuture();
    coverageIsDue = false;
    return coverage.attempt();
  }

  private void done(Throwable failure) {
    copying = false;
    tell(failure);
    // After a failure the next announcement of the head is soon enough.
    if (rang && failure == null) rung();
  }

  private void tell(Throwable failure) {
    boolean bad = failure != null && !isNoLogYet(failure);
    metrics.waiting(bad);
    if (bad == waiting) return;
    waiting = bad;
    if (failure instanceof ArchiveDefect) log.error("Not archived: event={}", event, failure);
    else if (bad) log.warn("The archive waits: event={}", event, failure);
    else log.info("The archive is up to date again: event={}", event);
  }

  private static boolean isNoLogYet(Throwable failure) {
    return failure instanceof BusFailure bus && bus.kind() == BusFailure.Kind.NOT_FOUND;
  }
}
