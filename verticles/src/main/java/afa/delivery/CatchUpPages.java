package afa.delivery;

import afa.message.Addresses;
import afa.message.LogPage;
import afa.message.ReadLog;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Updates from before the tail, read from the log a page at a time: one fetch for all who ask at
 * the same time, encoded once. Pages begin at multiples of their size, so that readers with
 * different numbers share them. Belongs to one event loop.
 */
final class CatchUpPages {
  static final int PAGE_UPDATES = 500;

  /** About 16 MB an event and loop at 1 KB an update. */
  private static final int MAX_PAGES = 32;

  private final String event;
  private final EventBus bus;
  private final Map<Long, Future<Tail>> pages = new LinkedHashMap<>(16, 0.75f, true) {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Long, Future<Tail>> eldest) {
      return size() > MAX_PAGES;
    }
  };

  CatchUpPages(String event, EventBus bus) {
    this.event = event;
    this.bus = bus;
  }

  /** A page that holds the update after {@code since}; it may end anywhere behind that. */
  Future<Tail> after(long since) {
    long start = since - since % PAGE_UPDATES;
    Future<Tail> known = pages.get(start);
    if (known != null) return known;
    Future<Tail> page = Addresses.READ_LOG
        .call(bus, new ReadLog(event, start, PAGE_UPDATES))
        .map(read -> encode(start, read));
    pages.put(start, page);
    page.onComplete(done -> {
      // Only a full page stays as it is.
      if (done.failed() || done.result().head() < start + PAGE_UPDATES) pages.remove(start, page);
    });
    return page;
  }

  /**
   * Something else stands in the log now for an update and what amended it last. Pages that are
   * still on their way may have been read before that.
   */
  void forget(long target) {
    pages.values().removeIf(page -> !page.succeeded() || page.result().holds(target));
  }

  /** Forgets all; the log began a new life. */
  void clear() {
    pages.clear();
  }

  private static Tail encode(long start, LogPage read) {
    Tail page = new Tail(read.epoch(), start, Long.MAX_VALUE);
    read.entries().forEach(page::append);
    return page;
  }
}
