package afa.site;

import afa.bus.BusFailure;
import afa.feed.EventInfo;
import afa.feed.LogEntry;
import afa.feed.Update;
import afa.message.Addresses;
import afa.message.EventList;
import afa.message.ListEvents;
import afa.message.LogPage;
import afa.message.ReadLog;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import java.util.List;

/** What the pages know of events and their logs, asked of the store. Used on one event loop only. */
final class FeedLog {
  private final EventBus bus;
  private final Shared<String, List<EventInfo>> events =
      new Shared<>(Shared.MOMENT, System::nanoTime);

  FeedLog(EventBus bus) {
    this.bus = bus;
  }

  /**
   * A run of the log.
   *
   * @param head number of the newest update of the log when it was read
   * @param updates oldest first, without holes
   */
  record Run(String epoch, long head, List<Update> updates) {
    /** Number of its last update, 0 when it is empty. */
    long last() {
      return updates.isEmpty() ? 0 : updates.get(updates.size() - 1).n();
    }
  }

  Future<List<EventInfo>> events() {
    return events.get(
        "all", () -> Addresses.EVENTS.call(bus, new ListEvents()).map(EventList::events));
  }

  /** Fails with {@code NOT_FOUND} when there is no such event. */
  Future<EventInfo> event(String event) {
    return events().map(events -> events.stream()
        .filter(info -> info.event().equals(event))
        .findFirst()
        .orElseThrow(() -> new BusFailure(BusFailure.Kind.NOT_FOUND, "no event " + event)));
  }

  /** The newest {@code count} updates, or a few more that came in meanwhile. */
  Future<Run> newest(String event, int count) {
    return read(event, 0, 1)
        .compose(first -> read(event, Math.max(0, first.head() - count), ReadLog.MAX_LIMIT))
        .map(FeedLog::run);
  }

  /** The {@code count} updates before number {@code before}. */
  Future<Run> before(String event, long before, int count) {
    long since = Math.max(0, before - 1 - count);
    int limit = (int) Math.min(count, Math.max(0, before - 1 - since));
    if (limit == 0)
      return read(event, 0, 1).map(page -> new Run(page.epoch(), page.head(), List.of()));
    return read(event, since, limit).map(FeedLog::run);
  }

  private Future<LogPage> read(String event, long since, int limit) {
    return Addresses.READ_LOG.call(bus, new ReadLog(event, since, limit));
  }

  private static Run run(LogPage page) {
    return new Run(
        page.epoch(), page.head(), page.entries().stream().map(LogEntry::update).toList());
  }
}
