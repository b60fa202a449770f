package afa.archive;

import afa.bus.BusFailure;
import afa.message.Addresses;
import afa.message.Happened;
import afa.message.ReadTimeline;
import afa.message.TimelineRead;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what happens in the cluster, and answers what happened. Several may run: what is kept twice
 * is kept once.
 */
public final class TimelineVerticle extends VerticleBase {
  private static final Logger log = LoggerFactory.getLogger(TimelineVerticle.class);

  /** How often what waits is tried again. */
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private static final Duration LAST_WORD = Duration.ofSeconds(2);

  private final Timeline timeline;
  private final WaitingEntries waiting = new WaitingEntries();
  private boolean prepared;
  private boolean keeping;
  private boolean away; // whether the last attempt failed: a change is logged, not each failure

  /**
   * @param timeline may be away; what happens meanwhile waits
   */
  public TimelineVerticle(Timeline timeline) {
    this.timeline = timeline;
  }

  @Override
  public Future<?> start() {
    vertx.setPeriodic(0, PAUSE.toMillis(), tick -> keep());
    return Addresses.TIMELINE
        .subscribe(vertx.eventBus(), this::heard)
        .compose(heard -> Addresses.READ_TIMELINE.serve(vertx.eventBus(), this::read));
  }

  private void heard(Happened happened) {
    if (isWhole(happened)) waiting.add(happened);
    if (!away) keep();
  }

  /** What another version of us left out must not stand in the way of all that follows. */
  private static boolean isWhole(Happened happened) {
    return Stream.of(
            happened.id(), happened.at(), happened.who(), happened.kind(), happened.sentence())
        .allMatch(Objects::nonNull);
  }

  private void keep() {
    if (keeping || (prepared && waiting.isEmpty())) return;
    keeping = true;
    attempt().onComplete(done -> {
      keeping = false;
      tell(done.cause());
      if (done.succeeded() && !waiting.isEmpty()) keep();
    });
  }

  private Future<Void> attempt() {
    Future<Void> ready = prepared ? Future.succeededFuture() : timeline.prepare();
    return ready.compose(known -> {
      prepared = true;
      List<Happened> next = waiting.next();
      return timeline.keep(next).onSuccess(kept -> waiting.kept(next));
    });
  }

  private void tell(Throwable failure) {
    boolean bad = failure != null;
    if (bad == away) return;
    away = bad;
    if (bad) log.warn("The timeline waits", failure);
    else log.info("The timeline is kept again: lost={}", waiting.lost());
  }

  private Future<TimelineRead> read(ReadTimeline request) {
    return timeline
        .read(request.before(), request.limit())
        .map(TimelineRead::new)
        .recover(failure -> Future.failedFuture(new BusFailure(
            BusFailure.Kind.UNAVAILABLE, "the timeline is away: " + failure.getMessage())));
  }

  @Override
  public Future<?> stop() {
    Future<Void> last = waiting.isEmpty() ? Future.succeededFuture() : attempt();
    return last.timeout(LAST_WORD.toMillis(), TimeUnit.MILLISECONDS)
        .otherwiseEmpty()
        .eventually(timeline::close);
  }
}
