package afa.delivery;

import afa.message.Addresses;
import afa.message.LogPage;
import afa.message.ReadLog;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Updates from before the tail, read from the log a page at a time: one fetch for all who ask at
 * the same time, encoded once. Pages begin at multiples of their size, so that readers with
 * different numbers share them. Belongs to one event loop.
 */
final class CatchUpPages {
  static final int PAGE_UPDATES = 500;

  /** Pages that streams have read at the same time; the next ones wait. */
  private static final int MAX_READING = 4;

  /** About 16 MB an event and loop at 1 KB an update. */
  private static final int MAX_PAGES = 32;

  private final String event;
  private final EventBus bus;
  private final Streams streams;
  private int reading;
  private final Map<Long, Future<Tail>> pages = new LinkedHashMap<>(16, 0.75f, true) {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Long, Future<Tail>> eldest) {
      return size() > MAX_PAGES;
    }
  };

  /**
   * @param streams are told when a page has arrived
   */
  CatchUpPages(String event, EventBus bus, Streams streams) {
    this.event = event;
    this.bus = bus;
    this.streams = streams;
  }

  /** A page that holds the update after {@code since}; it may end anywhere behind that. */
  Future<Tail> after(long since) {
    Future<Tail> known = known(since);
    return known == null ? read(since - since % PAGE_UPDATES) : known;
  }

  /** The same where it is here already. If not, null: it is read, and streams are told. */
  @Nullable
  Tail ready(long since, String epoch) {
    Future<Tail> known = known(since);
    if (known == null && reading < MAX_READING) read(since - since % PAGE_UPDATES);
    boolean isHere = known != null && known.succeeded();
    // Another life by now: it is announced within the second, and then readers are told.
    return isHere && known.result().epoch().equals(epoch) ? known.result() : null;
  }

  private @Nullable Future<Tail> known(long since) {
    Future<Tail> page = pages.get(since - since % PAGE_UPDATES);
    // The newest page may have grown since it was read.
    return page != null && page.succeeded() && page.result().head() <= since ? null : page;
  }

  private Future<Tail> read(long start) {
    Future<Tail> page = Addresses.READ_LOG
        .call(bus, new ReadLog(event, start, PAGE_UPDATES))
        .map(read -> encode(start, read));
    pages.put(start, page);
    reading++;
    page.onComplete(done -> {
      reading--;
      if (done.failed()) failed(start, page);
      streams.wakeLate();
    });
    return page;
  }

  private void failed(long start, Future<Tail> page) {
    pages.remove(start, page);
    streams.cannotRead(start, start + PAGE_UPDATES);
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
