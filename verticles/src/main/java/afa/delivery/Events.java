package afa.delivery;

import afa.bus.BusFailure;
import afa.feed.EventInfo;
import afa.message.Addresses;
import afa.message.EventList;
import afa.message.HeadAnnounced;
import afa.message.ListEvents;
import afa.message.ReadLog;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What the store knows of the events, asked at most once a second however many readers ask: requests
 * for events that do not exist must not reach Redis one by one.
 */
final class Events {
  private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final EventBus bus;
  private Future<EventList> answer = Future.failedFuture("not asked yet");
  private long askedNanos = System.nanoTime() - FRESH_NANOS;

  Events(EventBus bus) {
    this.bus = bus;
  }

  /** How far the logs go that the store knows of; those that it cannot read now are left out. */
  Future<List<HeadAnnounced>> heads() {
    return Addresses.EVENTS.call(bus, new ListEvents()).compose(list -> {
      List<Future<HeadAnnounced>> heads =
          list.events().stream().map(info -> head(info.event())).toList();
      return Future.join(heads)
          .otherwiseEmpty()
          .map(asked ->
              heads.stream().filter(Future::succeeded).map(Future::result).toList());
    });
  }

  private Future<HeadAnnounced> head(String event) {
    return Addresses.READ_LOG
        .call(bus, new ReadLog(event, 0, 1))
        .map(page -> new HeadAnnounced(event, page.epoch(), page.head()));
  }

  /** An event; fails with {@link BusFailure.Kind#NOT_FOUND} when there is none of that name. */
  Future<EventInfo> info(String event) {
    if (System.nanoTime() - askedNanos >= FRESH_NANOS) {
      askedNanos = System.nanoTime();
      answer = Addresses.EVENTS.call(bus, new ListEvents());
    }
    return answer.compose(list -> list.events().stream()
        .filter(info -> info.event().equals(event))
        .findFirst()
        .map(Future::succeededFuture)
        .orElseGet(() -> Future.failedFuture(
            new BusFailure(BusFailure.Kind.NOT_FOUND, "there is no event " + event))));
  }
}
