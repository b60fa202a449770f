package afa.store;

import afa.bus.Pulse;
import afa.feed.Coverage;
import afa.feed.EventInfo;
import afa.feed.Phase;
import afa.feed.Position;
import afa.message.Addresses;
import afa.message.AppendPosts;
import afa.message.HeadAnnounced;
import afa.message.LogGrew;
import afa.message.LogPage;
import afa.message.ReadLog;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private boolean strange; // whether others keep an event that is not known here

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
    else strange = true;
  }

  private void seen(LogGrew more) {
    LogKeeper keeper = keepers.get(more.event());
    if (keeper != null) keeper.seen(more);
  }

  /** These are the events that Redis knows; those that it knew are made known again. */
  Future<Void> remember(List<EventInfo> known) {
    List<EventInfo> all = with(known);
    strange = false;
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
    return Future.join(keepers.entrySet().stream()
            .map(each ->
                isOver(each.getKey()) ? each.getValue().rest() : each.getValue().tick())
            .toList())
        .mapEmpty();
  }

  /** Whether all these are known, all events are over, and nothing came in since their last look. */
  boolean rest(List<EventInfo> events) {
    return !strange
        && !keepers.isEmpty()
        && infos.values().containsAll(events)
        && keepers.keySet().stream().allMatch(event -> resting(event).isPresent());
  }

  /** What Redis said last of a log of which it need not be asked. */
  private Optional<LastLook> resting(String event) {
    LogKeeper keeper = keepers.get(event);
    return keeper != null && keeper.isSettled() && isOver(event)
        ? Optional.of(keeper.lastLook())
        : Optional.empty();
  }

  /** Late enough that no source, on whatever node, tells anything any more. */
  private boolean isOver(String event) {
    EventInfo info = infos.get(event);
    return info != null && Phase.isDue(info, Instant.now(), config.windDown().plus(Phase.MARGIN));
  }

  /** Even what has no number is looked at thereafter. */
  Future<Log.Append> append(AppendPosts request) {
    LogKeeper keeper = keepers.get(request.event());
    return kept(request.event(), () -> store.append(request)).onComplete(done -> {
      if (keeper != null) keeper.lastLook().forget();
    });
  }

  /** That nothing follows the last update of a log at rest is known without Redis. */
  Future<LogPage> read(ReadLog request) {
    return resting(request.event())
        .flatMap(look -> look.after(request.since()))
        .map(Future::succeededFuture)
        .orElseGet(() -> kept(request.event(), () -> store.read(request)));
  }

  /** Of a log at rest it is asked once. */
  Future<Map<String, Coverage>> coverage(String event) {
    Supplier<Future<Map<String, Coverage>>> step = () -> kept(event, () -> store.coverage(event));
    return resting(event).map(look -> look.coverage(step)).orElseGet(step);
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
