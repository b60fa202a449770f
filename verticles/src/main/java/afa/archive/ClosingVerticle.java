package afa.archive;

import afa.bus.BusFailure;
import afa.feed.Coverage;
import afa.feed.EventInfo;
import afa.feed.Phase;
import afa.message.Addresses;
import afa.message.LogPage;
import afa.message.ReadCoverage;
import afa.message.ReadLog;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.eventbus.EventBus;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes events that are over, once the archive has all of their logs and of their coverage, and
 * opens those again that got something after all. Each archive node has one; they agree by what
 * PostgreSQL remembers.
 */
public final class ClosingVerticle extends VerticleBase {
  private static final Logger log = LoggerFactory.getLogger(ClosingVerticle.class);

  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final List<EventInfo> events;
  private final Duration windDown;
  private final Closings closings;
  private final Duration pause;
  private final Set<String> closed = new HashSet<>();
  private boolean looking;

  /**
   * @param windDown how long an event is followed after its end
   */
  public ClosingVerticle(List<EventInfo> events, Duration windDown, Closings closings) {
    this(events, windDown.plus(Phase.MARGIN), closings, PAUSE);
  }

  ClosingVerticle(List<EventInfo> events, Duration windDown, Closings closings, Duration pause) {
    this.events = List.copyOf(events);
    this.windDown = windDown;
    this.closings = closings;
    this.pause = pause;
  }

  @Override
  public Future<?> start() {
    vertx.setPeriodic(pause.toMillis(), tick -> look());
    return Future.succeededFuture();
  }

  /** One after the other; what fails is looked at the next time. */
  private void look() {
    if (looking) return;
    looking = true;
    Future<Void> all = Future.succeededFuture();
    for (EventInfo event : events) {
      all = all.compose(before -> look(event).otherwise(failure -> {
        log.debug("Not closed: event={}", event.event(), failure);
        return null;
      }));
    }
    all.onComplete(done -> looking = false);
  }

  private Future<Void> look(EventInfo info) {
    String event = info.event();
    boolean due = Phase.isDue(info, Instant.now(), windDown);
    if (!due && !closed.contains(event)) return Future.succeededFuture();
    return closings.kept(event).compose(found -> {
      if (found.isEmpty()) return Future.succeededFuture(); // nobody ever posted anything
      Closings.Kept kept = found.get();
      if (!due) return kept.isClosed() ? reopen(event) : forget(event);
      return isComplete(event, kept).compose(complete -> {
        if (!complete) return kept.isClosed() ? reopen(event) : forget(event);
        return kept.isClosed() ? remember(event) : close(event, kept);
      });
    });
  }

  /** Whether the log has nothing that the archive lacks. A log that nobody keeps lacks nothing. */
  private Future<Boolean> isComplete(String event, Closings.Kept kept) {
    EventBus bus = vertx.eventBus();
    return Addresses.READ_LOG
        .call(bus, new ReadLog(event, kept.checkpoint(), 1))
        .compose(page -> isCopied(page, kept)
            ? Addresses.COVERAGE
                .call(bus, new ReadCoverage(event))
                .compose(told -> isCovered(event, kept, told.sources()))
            : Future.succeededFuture(false))
        .recover(failure -> kept.isClosed() && isNotFound(failure)
            ? Future.succeededFuture(true)
            : Future.failedFuture(failure));
  }

  private static boolean isCopied(LogPage page, Closings.Kept kept) {
    return page.epoch().equals(kept.epoch()) && page.head() == kept.checkpoint();
  }

  /** Whoever answers for an event stops when it is closed. */
  private Future<Boolean> isCovered(String event, Closings.Kept kept, Map<String, Coverage> told) {
    if (kept.isClosed()) return Future.succeededFuture(true);
    return Addresses.keptCoverage(event)
        .call(vertx.eventBus(), new ReadCoverage(event))
        .map(read -> told.entrySet().stream()
            .allMatch(source -> isKept(
                read.sources().getOrDefault(source.getKey(), Coverage.NONE), source.getValue())));
  }

  private static boolean isKept(Coverage kept, Coverage told) {
    return KeptCoverage.merge(kept, told).equals(kept);
  }

  private static boolean isNotFound(Throwable failure) {
    return failure instanceof BusFailure told && told.kind() == BusFailure.Kind.NOT_FOUND;
  }

  private Future<Void> close(String event, Closings.Kept kept) {
    return closings.close(event, kept).onSuccess(done -> {
      log.info("The event is over, and all of it is in the archive: event={}", event);
      closed.add(event);
    });
  }

  private Future<Void> reopen(String event) {
    return closings.reopen(event).onSuccess(done -> {
      log.info("The event is archived again, as something came in: event={}", event);
      closed.remove(event);
    });
  }

  private Future<Void> remember(String event) {
    closed.add(event);
    return Future.succeededFuture();
  }

  private Future<Void> forget(String event) {
    closed.remove(event);
    return Future.succeededFuture();
  }

  @Override
  public Future<?> stop() {
    return closings.close();
  }
}
