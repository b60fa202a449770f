package afa.coverage;

import afa.bus.BusFailure;
import afa.bus.Shared;
import afa.feed.Coverage;
import afa.feed.EventInfo;
import afa.message.Addresses;
import afa.message.CoverageRead;
import afa.message.ListEvents;
import afa.message.ReadCoverage;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the log claims to have of an event, asked of the store; while the store is away, what it said
 * last. Used on one event loop only.
 */
final class StoredCoverage {
  /** As long as somebody waits for a page; the store answers within milliseconds or is in trouble. */
  private static final long PATIENCE_MS = 1_000;

  private static final String AWAY = "the store does not answer";

  /**
   * What is claimed.
   *
   * @param trouble absent when the store just said it
   */
  record Claims(EventInfo info, Map<String, Coverage> sources, Known.@Nullable Trouble trouble) {}

  private final EventBus bus;
  private final Clock clock;
  private final Shared<StoredCoverage, List<EventInfo>> shared =
      new Shared<>(Duration.ofSeconds(1), System::nanoTime);
  private final Map<String, Map<String, Coverage>> last = new HashMap<>();
  private List<EventInfo> events = List.of();
  private @Nullable Instant awaySince;

  StoredCoverage(EventBus bus, Clock clock) {
    this.bus = bus;
    this.clock = clock;
  }

  /** Fails with {@code NOT_FOUND}, or with {@code UNAVAILABLE} when nothing is known. */
  Future<Claims> of(String event) {
    if (info(event).isPresent()) return ask(event); // both at once, as each may take its second
    return list()
        .compose(list -> info(event).isPresent()
            ? ask(event)
            : Future.failedFuture(
                new BusFailure(BusFailure.Kind.NOT_FOUND, "there is no event " + event)));
  }

  private Future<Claims> ask(String event) {
    Future<Map<String, Coverage>> stored = stored(event);
    return list()
        .compose(list -> stored)
        .onSuccess(sources -> awaySince = null)
        .map(sources -> new Claims(info(event).orElseThrow(), sources, null))
        .recover(away -> remembered(info(event).orElseThrow()));
  }

  private Optional<EventInfo> info(String event) {
    return events.stream().filter(known -> known.event().equals(event)).findFirst();
  }

  /** Asked once for all: events that do not exist must not reach Redis one by one. */
  private Future<List<EventInfo>> list() {
    return shared.get(this, () -> Addresses.EVENTS
        .call(bus, new ListEvents())
        .timeout(PATIENCE_MS, TimeUnit.MILLISECONDS)
        .map(answer -> events = answer.events())
        .recover(away -> events.isEmpty()
            ? Future.failedFuture(new BusFailure(BusFailure.Kind.UNAVAILABLE, AWAY))
            : Future.succeededFuture(events)));
  }

  private Future<Map<String, Coverage>> stored(String event) {
    return Addresses.COVERAGE
        .call(bus, new ReadCoverage(event))
        .timeout(PATIENCE_MS, TimeUnit.MILLISECONDS)
        .map(CoverageRead::sources)
        .compose(sources ->
            sources.isEmpty() ? kept(event).otherwise(sources) : Future.succeededFuture(sources))
        .onSuccess(sources -> last.put(event, sources));
  }

  private Future<Claims> remembered(EventInfo info) {
    if (awaySince == null) awaySince = clock.instant();
    Known.Trouble trouble = new Known.Trouble(awaySince, AWAY);
    Map<String, Coverage> known = last.get(info.event());
    Future<Map<String, Coverage>> best =
        known == null ? kept(info.event()) : Future.succeededFuture(known);
    return best.otherwise(Map.of()).map(sources -> new Claims(info, sources, trouble));
  }

  /** What the archive has. */
  private Future<Map<String, Coverage>> kept(String event) {
    return Addresses.keptCoverage(event)
        .call(bus, new ReadCoverage(event))
        .timeout(PATIENCE_MS, TimeUnit.MILLISECONDS)
        .map(CoverageRead::sources);
  }
}
