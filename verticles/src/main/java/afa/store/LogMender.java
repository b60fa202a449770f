package afa.store;

import afa.feed.LogEntry;
import afa.feed.Position;
import afa.message.Addresses;
import afa.message.ArchivePage;
import afa.message.ReadArchive;
import afa.message.ReadLog;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import java.util.List;

/** Puts back what a log has lost: from the archive, and behind that from memory, which it fills. */
final class LogMender {
  /** 15 ms of Redis; a log of 100,000 is 200 of them. */
  private static final int PAGE = 500;

  private final String event;
  private final EventBus bus;
  private final Log store;
  private final Recent recent;

  LogMender(String event, EventBus bus, Log store, Recent recent) {
    this.event = event;
    this.bus = bus;
    this.store = store;
    this.recent = recent;
  }

  /** Remembers what no bell told of. */
  Future<Void> fill(Position head) {
    long last = recent.last(head.epoch());
    if (last >= head.n()) return Future.succeededFuture();
    long since = Math.max(last, head.n() - ReadLog.MAX_LIMIT);
    return store.read(new ReadLog(event, since, ReadLog.MAX_LIMIT)).compose(page -> {
      recent.takeFrom(page.epoch(), page.entries());
      return Future.succeededFuture();
    });
  }

  /** Gives whether the log goes on now by what was done here; else others were faster. */
  Future<Boolean> mend(Verdict.Mend mend, Situation now) {
    String found = now.found().epoch();
    Work work = new Work(
        mend.life(),
        found.equals(mend.life()) ? "" : found,
        mend.head(),
        now.archivedUpTo(mend.life()));
    return put(work, -1, List.of())
        .compose(done -> store.begin(event, mend.life(), mend.head(), mend.keepsNumbers()));
  }

  /**
   * What is to be done.
   *
   * @param instead of which life this is put back
   * @param archived up to this number the archive has it
   */
  private record Work(String life, String instead, long head, long archived) {}

  private Future<Void> put(Work work, long since, List<ArchivePage.Entry> entries) {
    return store
        .restore(event, work.life(), work.instead(), since, entries)
        .compose(head -> head < 0 || head >= work.head()
            ? Future.succeededFuture()
            : next(work, head).compose(more -> put(work, head, more)));
  }

  private Future<List<ArchivePage.Entry>> next(Work work, long since) {
    int limit = (int) Math.min(PAGE, work.head() - since);
    if (since >= work.archived()) {
      return insist(asArchived(recent.after(since, limit)));
    }
    return Addresses.archived(event)
        .call(bus, new ReadArchive(event, work.life(), since, limit))
        .compose(page -> insist(page.epoch().equals(work.life()) ? page.entries() : List.of()));
  }

  private Future<List<ArchivePage.Entry>> insist(List<ArchivePage.Entry> entries) {
    return entries.isEmpty()
        ? Future.failedFuture(new IllegalStateException("nothing to put back: event=" + event))
        : Future.succeededFuture(entries);
  }

  /** As the archive would have them. */
  static List<ArchivePage.Entry> asArchived(List<LogEntry> entries) {
    return entries.stream()
        .map(entry -> new ArchivePage.Entry(entry.n(), entry.json(), null))
        .toList();
  }
}
