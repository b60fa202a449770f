package afa.archive;

import afa.database.DatabaseDefect;
import afa.message.Addresses;
import afa.message.HeadAnnounced;
import afa.message.LogPage;
import afa.message.ReadLog;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the archive of an event to the head of its log, page by page. Whatever fails may be tried
 * again: where to go on is known to the archive.
 */
final class LogCopier {
  private static final Logger log = LoggerFactory.getLogger(LogCopier.class);

  private final EventBus bus;
  private final String event;
  private final int pageSize;
  private final Archive archive;
  private final ArchiveMetrics metrics;
  private String epoch = ""; // the life that is copied; empty until the log was first seen
  private long kept; // number of the newest update in the archive
  private long fence; // our number as the archiver; 0 until we have one

  LogCopier(EventBus bus, String event, int pageSize, Archive archive, ArchiveMetrics metrics) {
    this.bus = bus;
    this.event = event;
    this.pageSize = pageSize;
    this.archive = archive;
    this.metrics = metrics;
  }

  /** Our number as the archiver, 0 before the first copy. */
  long fence() {
    return fence;
  }

  /** Whether there is something to copy. */
  boolean lacks(HeadAnnounced head) {
    boolean known = head.epoch().equals(epoch);
    metrics.head(head.head(), known ? kept : 0);
    return !known || head.head() > kept;
  }

  /** Completes at the head. */
  Future<Void> copy() {
    return prepare().compose(ready -> copyPages());
  }

  private Future<Void> prepare() {
    if (fence > 0) return Future.succeededFuture();
    return archive.prepare().compose(ready -> archive.claim(event)).map(number -> {
      log.info("This node is the archiver: event={} fence={}", event, number);
      fence = number;
      return null;
    });
  }

  private Future<Void> copyPages() {
    return Addresses.READ_LOG
        .call(bus, new ReadLog(event, kept, pageSize))
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
      return Future.failedFuture(new DatabaseDefect("the log is shorter than the archive: event="
          + event + " epoch=" + epoch + " head=" + page.head() + " kept=" + kept));
    }
    if (page.entries().isEmpty()) return Future.succeededFuture();
    var batch = new Archive.Batch(event, epoch, fence, kept, page.entries());
    return archive.keep(batch).compose(result -> {
      kept = result.checkpoint();
      metrics.kept(result, page.head());
      if (result.held() > 0) tellHeld(result);
      return kept < page.head() ? copyPages() : Future.succeededFuture();
    });
  }

  private void tellHeld(Archive.Kept result) {
    log.warn(
        "Held aside, as they are not updates (table held): event={} epoch={} upTo={} entries={}",
        event,
        epoch,
        result.checkpoint(),
        result.held());
  }
}
