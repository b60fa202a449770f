package afa.site;

import afa.bus.BusFailure;
import afa.bus.Shared;
import afa.feed.EventInfo;
import afa.feed.FeedJson;
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
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the pages know of events and their logs, asked of the store. Used on one event loop only. */
public final class FeedLog {
  private static final Logger log = LoggerFactory.getLogger(FeedLog.class);

  private final EventBus bus;
  private long complainedUpTo;
  private final Shared<String, List<EventInfo>> events =
      new Shared<>(Shared.MOMENT, System::nanoTime);

  FeedLog(EventBus bus) {
    this.bus = bus;
  }

  /**
   * A run of the log.
   *
   * @param last number of the last entry read, 0 while there is none
   * @param updates oldest first; without those that this version of us cannot read
   */
  public record Run(String epoch, long last, List<Update> updates) {}

  public Future<List<EventInfo>> events() {
    return events.get(
        "all", () -> Addresses.EVENTS.call(bus, new ListEvents()).map(EventList::events));
  }

  /** Fails with {@code NOT_FOUND} when there is no such event. */
  public Future<EventInfo> event(String event) {
    return events().map(events -> events.stream()
        .filter(info -> info.event().equals(event))
        .findFirst()
        .orElseThrow(() -> new BusFailure(BusFailure.Kind.NOT_FOUND, "no event " + event)));
  }

  /** The newest {@code count} updates, or a few more that came in meanwhile. */
  Future<Run> newest(String event, int count) {
    return read(event, 0, 1)
        .compose(first -> read(event, Math.max(0, first.head() - count), ReadLog.MAX_LIMIT))
        .map(this::run);
  }

  /** The {@code count} updates before number {@code before}. */
  Future<Run> before(String event, long before, int count) {
    long since = Math.max(0, before - 1 - count);
    int limit = (int) Math.min(count, Math.max(0, before - 1 - since));
    if (limit == 0) return read(event, 0, 1).map(page -> new Run(page.epoch(), 0, List.of()));
    return read(event, since, limit).map(this::run);
  }

  private Future<LogPage> read(String event, long since, int limit) {
    return Addresses.READ_LOG.call(bus, new ReadLog(event, since, limit));
  }

  private Run run(LogPage page) {
    List<Update> updates =
        page.entries().stream().map(this::read).flatMap(Optional::stream).toList();
    return new Run(page.epoch(), page.lastOr(0), updates);
  }

  /** One entry that cannot be read, perhaps of a newer version of us, must not take the page away. */
  private Optional<Update> read(LogEntry entry) {
    try {
      Update update = entry.update();
      if (update.type() != null) return Optional.of(update);
      complain(entry, "it has no type");
    } catch (FeedJson.Malformed unreadable) {
      complain(entry, String.valueOf(unreadable.getMessage()));
    }
    return Optional.empty();
  }

  private void complain(LogEntry entry, String reason) {
    if (entry.n() <= complainedUpTo) return;
    complainedUpTo = entry.n();
    log.warn("An update cannot be shown: n={} reason={}", entry.n(), reason);
  }
}
