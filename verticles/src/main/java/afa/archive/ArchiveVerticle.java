package afa.archive;

import afa.archive.Migrations.SchemaException;
import afa.bus.BusFailure;
import afa.message.Addresses;
import afa.message.HeadAnnounced;
import afa.message.LogPage;
import afa.message.ReadLog;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Copies an event's log into the archive, in order, going on after the last update kept. */
public final class ArchiveVerticle extends VerticleBase {
  private static final Logger log = LoggerFactory.getLogger(ArchiveVerticle.class);

  private final String event;
  private final ArchiveConfig config;
  private final Archive archive;
  private ArchiveMetrics metrics; // of the owner
  private Ownership ownership;
  private String epoch = ""; // the life that is copied; empty until the log was first seen
  private long kept; // number of the newest update in the archive
  private boolean prepared;
  private boolean copying;
  private boolean gathering;
  private boolean rang; // since the copying began
  private boolean behind; // whether the last attempt failed: a change is logged, not each failure

  /**
   * @param archive may be away; it is waited for
   */
  public ArchiveVerticle(String event, ArchiveConfig config, Archive archive) {
    this.event = event;
    this.config = config;
    this.archive = archive;
  }

  @Override
  public Future<?> start() {
    ownership = new Ownership(vertx, "archive." + event);
    ownership.await(this::own);
    vertx.setPeriodic(config.catchUpInterval().toMillis(), tick -> copy());
    return Addresses.appended(event)
        .subscribe(vertx.eventBus(), bell -> rung())
        .compose(heard -> Addresses.HEAD.subscribe(vertx.eventBus(), this::announced));
  }

  @Override
  public Future<?> stop() {
    ownership.release();
    if (metrics != null) metrics.close();
    return Future.succeededFuture();
  }

  /** Only the owner's figures mean anything. */
  private void own() {
    metrics = new ArchiveMetrics(event);
    copy();
  }

  private void announced(HeadAnnounced head) {
    if (!head.event().equals(event) || !ownership.isMine()) return;
    boolean known = head.epoch().equals(epoch);
    metrics.head(head.head(), known ? kept : 0);
    if (!known || head.head() > kept) rung();
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
    if (copying || !ownership.isMine()) return;
    copying = true;
    rang = false;
    prepare().compose(ready -> copyPages()).onComplete(copied -> done(copied.cause()));
  }

  private Future<Void> prepare() {
    return prepared
        ? Future.succeededFuture()
        : archive.prepare().onSuccess(ready -> prepared = true);
  }

  private Future<Void> copyPages() {
    return Addresses.READ_LOG
        .call(vertx.eventBus(), new ReadLog(event, kept, config.pageSize()))
        .compose(page -> page.epoch().equals(epoch) ? keep(page) : enter(page.epoch()));
  }

  /** Another life of the log than the one we copied, or the first we see of it. */
  private Future<Void> enter(String life) {
    return archive.checkpoint(event, life).compose(checkpoint -> {
      log.info("Archiving: event={} epoch={} after={}", event, life, checkpoint);
      epoch = life;
      kept = checkpoint;
      return copyPages();
    });
  }

  private Future<Void> keep(LogPage page) {
    metrics.head(page.head(), kept);
    if (page.head() < kept) {
      return Future.failedFuture(new IllegalStateException("the log is shorter than the archive: "
          + "head=" + page.head() + " kept=" + kept + " epoch=" + epoch));
    }
    if (page.entries().isEmpty()) return Future.succeededFuture();
    Archive.Batch batch = new Archive.Batch(event, epoch, kept, page.entries());
    return archive.keep(batch).compose(result -> {
      kept = result.checkpoint();
      metrics.kept(result, page.head());
      tell(null);
      return kept < page.head() ? copyPages() : Future.succeededFuture();
    });
  }

  private void done(Throwable failure) {
    copying = false;
    tell(failure);
    // After a failure the next announcement of the head is soon enough.
    if (rang && failure == null) rung();
  }

  private void tell(Throwable failure) {
    boolean noLogYet = failure instanceof BusFailure bus && bus.kind() == BusFailure.Kind.NOT_FOUND;
    boolean bad = failure != null && !noLogYet;
    if (bad) metrics.failed();
    if (bad == behind) return;
    behind = bad;
    if (failure instanceof SchemaException) log.error("No archive: event={}", event, failure);
    else if (bad) log.warn("The archive waits: event={} kept={}", event, kept, failure);
    else log.info("The archive goes on: event={} kept={}", event, kept);
  }
}
