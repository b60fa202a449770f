package afa.talks;

import afa.bus.BusFailure;
import afa.feed.LogEntry;
import afa.message.Addresses;
import afa.message.ArchivePage;
import afa.message.LogPage;
import afa.message.ReadArchive;
import afa.message.ReadLog;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;

/** The log of an event page by page, or where that is gone since the event is over, the archive. */
final class LogPages {
  private final EventBus bus;
  private final String event;

  LogPages(EventBus bus, String event) {
    this.bus = bus;
    this.event = event;
  }

  /** What follows that number; of the archive, in that life or the newest one. */
  Future<LogPage> after(String epoch, long n) {
    return Addresses.READ_LOG
        .call(bus, new ReadLog(event, n, ReadLog.MAX_LIMIT))
        .recover(
            failure -> isNotThere(failure) ? archived(epoch, n) : Future.failedFuture(failure));
  }

  private static boolean isNotThere(Throwable failure) {
    return failure instanceof BusFailure bus && bus.kind() == BusFailure.Kind.NOT_FOUND;
  }

  private Future<LogPage> archived(String epoch, long n) {
    return Addresses.archived(event)
        .call(bus, new ReadArchive(event, epoch, n, ReadLog.MAX_LIMIT))
        .compose(page -> page.away() || page.epoch().isEmpty()
            ? Future.failedFuture(
                new BusFailure(BusFailure.Kind.NOT_FOUND, "no log of " + event + " anywhere"))
            : Future.succeededFuture(page(page)));
  }

  private static LogPage page(ArchivePage page) {
    return new LogPage(
        page.epoch(),
        page.checkpoint(),
        page.entries().stream()
            .map(entry -> new LogEntry(entry.n(), entry.json()))
            .toList());
  }
}
