package afa.archive;

import afa.bus.BusFailure;
import afa.bus.Ownership;
import afa.bus.Pulse;
import afa.database.DatabaseDefect;
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
public final class ArchiveVerticle extends VerticleBase implements Ownership.Owner {
  private static final Logger log = LoggerFactory.getLogger(ArchiveVerticle.class);

  /** How long a stop waits for the newest coverage to be kept. */
  private static final Duration LAST_WORD = Duration.ofSeconds(2);

  private final String event;
  private final ArchiveConfig config;
  private final Archive archive;
  private final Duration rest;
  private final ArchiveMetrics metrics;
  private Pulse pulse = new Pulse();
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
    this(event, config, archive, Ownership.REST);
  }

  /**
   * @param rest how long one that was refused stays away
   */
  ArchiveVerticle(String event, ArchiveConfig config, Archive archive, Duration rest) {
    this.event = event;
    this.config = config;
    this.archive = archive;
    this.rest = rest;
    this.metrics = new ArchiveMetrics(event);
  }

  @Override
  public Future<?> start() {
    pulse = Pulse.here();
    pulse.standby(true);
    metrics.tell(pulse);
    ownership = new Ownership(vertx, "afa.archive." + event, rest, this);
    vertx.setPeriodic(config.catchUpInterval().toMillis(), tick -> catchUp());
    return Addresses.appended(event)
        .subscribe(vertx.eventBus(), bell -> rung())
        .compose(heard -> Addresses.HEAD.subscribe(vertx.eventBus(), this::announced))
        .compose(heard -> Addresses.archived(event).serve(vertx.eventBus(), this::again))
        .compose(heard -> Addresses.keptCoverage(event).serve(vertx.eventBus(), this::kept))
        // Not waited for: a node that stands by has started, too.
        .onSuccess(ready -> ownership.start());
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
    return ownership.stop();
  }

  @Override
  public void begin() {
    pulse.standby(false);
    metrics.open();
    coverageIsDue = true;
    rang = true; // what is still copied belongs to an earlier time as the owner
    copier = new LogCopier(vertx.eventBus(), event, config.pageSize(), archive, metrics);
    coverage = new CoverageCopier(vertx.eventBus(), event, archive);
    copy();
  }

  @Override
  public Future<?> end() {
    pulse.standby(true);
    metrics.close();
    waiting = false; // whoever archives next tells how it goes
    pulse.trouble("archive", null);
    long fence = copier.fence();
    copier = null;
    if (fence == 0) return Future.succeededFuture(); // nothing was copied
    return coverage
        .copy(fence)
        .timeout(LAST_WORD.toMillis(), TimeUnit.MILLISECONDS)
        .otherwiseEmpty(); // whoever archives next copies it
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
    LogCopier ours = copier;
    ours.copy()
        .compose(copied -> copyCoverage(ours.fence()))
        .onComplete(copied -> done(ours, copied.cause()));
  }

  private Future<Void> copyCoverage(long fence) {
    if (!coverageIsDue) return Future.succeededFuture();
    coverageIsDue = false;
    return coverage.attempt(fence);
  }

  private void done(LogCopier ours, Throwable failure) {
    copying = false;
    if (failure instanceof Archive.Superseded) superseded(ours, failure);
    else if (ours == copier) tell(failure);
    // After a failure the next announcement of the head is soon enough.
    if (rang && failure == null) rung();
  }

  private void superseded(LogCopier ours, Throwable refusal) {
    if (ours != copier) return; // of an earlier time as the owner
    log.warn("Another node archives, so this one stands by again: {}", refusal.getMessage());
    ownership.giveUp();
  }

  private void tell(Throwable failure) {
    boolean bad = failure != null && !isNoLogYet(failure);
    metrics.waiting(bad);
    pulse.trouble("archive", bad ? "not archived for now: " + failure.getMessage() : null);
    if (bad == waiting) return;
    waiting = bad;
    if (failure instanceof DatabaseDefect) log.error("Not archived: event={}", event, failure);
    else if (bad) log.warn("The archive waits: event={}", event, failure);
    else log.info("The archive is up to date again: event={}", event);
  }

  private static boolean isNoLogYet(Throwable failure) {
    return failure instanceof BusFailure bus && bus.kind() == BusFailure.Kind.NOT_FOUND;
  }
}
