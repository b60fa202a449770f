package afa.ingest;

import afa.bus.BusFailure;
import afa.message.Addresses;
import afa.message.EventList;
import afa.message.ListEvents;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The events that the store knows, as far as somebody posted to one lately. May be used from any
 * thread.
 */
final class KnownEvents {
  /** Events come and go with restarts of nodes; asking for each post would double Redis's work. */
  private static final long LATELY_NANOS = 1_000_000_000;

  private final EventBus bus;
  private volatile Answer last = new Answer(Set.of(), 0);

  KnownEvents(EventBus bus) {
    this.bus = bus;
  }

  /** @param at as {@link System#nanoTime} */
  private record Answer(Set<String> events, long at) {
    static Answer of(EventList list) {
      return new Answer(
          list.events().stream().map(info -> info.event()).collect(Collectors.toUnmodifiableSet()),
          System.nanoTime());
    }

    boolean has(String event) {
      return events.contains(event) && System.nanoTime() - at < LATELY_NANOS;
    }
  }

  /** Fails with {@link BusFailure.Kind#NOT_FOUND} when there is no such event. */
  Future<Void> insistOn(String event) {
    if (last.has(event)) return Future.succeededFuture();
    return Addresses.EVENTS.call(bus, new ListEvents()).compose(list -> {
      last = Answer.of(list);
      return last.has(event)
          ? Future.succeededFuture()
          : Future.failedFuture(
              new BusFailure(BusFailure.Kind.NOT_FOUND, "there is no event " + event));
    });
  }
}
