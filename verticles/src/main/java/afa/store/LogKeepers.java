package afa.store;

import afa.bus.Pulse;
import afa.feed.EventInfo;
import afa.feed.Phase;
import afa.feed.Position;
import afa.message.Addresses;
import afa.message.HeadAnnounced;
import afa.message.LogGrew;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A {@link LogKeeper} for each event, and what is known of the events themselves, which a Redis that
 * lost its memory has forgotten too. Belongs to one event loop.
 */
final class LogKeepers {
  private final Vertx vertx;
  private final Log store;
  private final StoreConfig config;
  private final Pulse pulse;
  private final Map<String, LogKeeper> keepers = new HashMap<>(); // by event
  private final Map<String, EventInfo> infos = new HashMap<>(); // by event

  LogKeepers(Vertx vertx, Log store, StoreConfig config, Pulse pulse) {
    this.vertx = vertx;
    this.store = store;
    this.config = config;
    this.pulse = pulse;
  }

  /** Completes once what others tell is heard. */
  Future<Void> listen(List<EventInfo> events) {
    return Addresses.HEAD
        .subscribe(vertx.eventBus(), this::heard)
        .compose(heard -> Addresses.SEEN.subscribe(vertx.eventBus(), this::seen))
        .compose(heard -> Future.all(events.stream().map(this::keep).toList()))
        .mapEmpty();
  }

  private Future<?> keep(EventInfo info) {
    String event = info.event();
    if (keepers.containsKey(event)) return Future.succeededFuture();
    LogKeeper keeper = new LogKeeper(event, vertx, store, config, pulse);
    keepers.put(event, keeper);
    return Addresses.appended(event)
        .subscribe(vertx.eventBus(), keeper::grew)
        .onSuccess(heard -> keeper.examine());
  }

  private void heard(HeadAnnounced head) {
    LogKeeper keeper = keepers.get(head.event());
    if (keeper != null) keeper.heard(new Position(head.epoch(), head.head()));
  }

  private void seen(LogGrew more) {
    LogKeeper keeper = keepers.get(more.event());
    if (keeper != null) keeper.seen(more);
  }

  /** These are the events that Redis knows; those that it knew are made known again. */
  Future<Void> remember(List<EventInfo> known) {
    List<EventInfo> all = with(known);
    for (EventInfo info : known) infos.put(info.event(), info);
    return Future.all(all.stream().map(this::keep).toList())
        .compose(kept -> Future.all(all.stream()
            .filter(info -> !known.contains(info))
            .map(store::register)
            .toList()))
        .mapEmpty();
  }

  /** Those, and all that were known before. */
  List<EventInfo> with(List<EventInfo> known) {
    List<EventInfo> all = new ArrayList<>(infos.values());
    all.removeIf(info -> known.stream().anyMatch(other -> other.event().equals(info.event())));
    all.addAll(0, known);
    return all;
  }

  /** Of the events. */
  Set<String> names() {
    return Set.copyOf(keepers.keySet());
  }

  /** Once a second: tells the heads, and looks whether all is well. */
  Future<Void> tick() {
    Instant now = Instant.now();
    return Future.join(keepers.entrySet().stream()
            .map(each -> isOver(each.getKey(), now)
                ? each.getValue().rest()
                : each.getValue().tick())
            .toList())
        .mapEmpty();
  }

  private boolean isOver(String event, Instant now) {
    EventInfo info = infos.get(event);
    return info != null && Phase.isDue(info, now, config.windDown());
  }

  /** A step on a log that must be whole; fails with {@link Log.Lost} where it is not. */
  <T> Future<T> kept(String event, Supplier<Future<T>> step) {
    LogKeeper keeper = keepers.get(event);
    if (keeper == null) return step.get();
    return keeper.ready().compose(whole -> step.get()).onFailure(failure -> {
      if (failure instanceof Log.Lost) keeper.lost();
    });
  }
}
