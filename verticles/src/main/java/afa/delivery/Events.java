package afa.delivery;

import afa.bus.BusFailure;
import afa.feed.EventInfo;
import afa.message.Addresses;
import afa.message.EventList;
import afa.message.ListEvents;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
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
