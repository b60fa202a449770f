package afa.talks;

import afa.bus.BusFailure;
import afa.bus.Ownership;
import afa.bus.Pulse;
import afa.feed.EventInfo;
import afa.library.talk.Reports;
import afa.message.Addresses;
import afa.message.HeadAnnounced;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the talks of an event: reads its schedule, lets people correct it, and places every update
 * into the talks that it is about. One in the cluster.
 */
public final class TalksVerticle extends VerticleBase implements Ownership.Owner {
  private static final Logger log = LoggerFactory.getLogger(TalksVerticle.class);

  private final EventInfo info;
  private final TalksConfig config;
  private final TalkDatabase database;
  private final Duration rest;
  private Pulse pulse = new Pulse();
  private @Nullable Ownership ownership;
  private @Nullable ScheduleReader reader;
  private @Nullable TalkKeeper keeper; // of the owner only
  private @Nullable TalkServices services;
  private @Nullable OrganiserServices organisers;
  private boolean gathering;
  private boolean waiting; // whether the last round failed: a change is logged, not each failure

  /**
   * @param database may be away; it is waited for
   */
  public TalksVerticle(EventInfo info, TalksConfig config, TalkDatabase database) {
    this(info, config, database, Ownership.REST);
  }

  /**
   * @param rest how long one that was refused stays away
   */
  TalksVerticle(EventInfo info, TalksConfig config, TalkDatabase database, Duration rest) {
    this.info = info;
    this.config = config;
    this.database = database;
    this.rest = rest;
  }

  @Override
  public Future<?> start() {
    pulse = Pulse.here();
    pulse.standby(true);
    reader = new ScheduleReader(vertx);
    Ownership seat = new Ownership(vertx, "afa.talks." + info.event(), rest, this);
    ownership = seat;
    vertx.setPeriodic(config.catchUpEvery().toMillis(), tick -> round());
    vertx.setPeriodic(config.readEvery().toMillis(), tick -> readSchedule());
    return Addresses.appended(info.event())
        .subscribe(vertx.eventBus(), bell -> rung())
        .compose(heard -> Addresses.HEAD.subscribe(vertx.eventBus(), this::announced))
        // Not waited for: a node that stands by has started, too.
        .onSuccess(ready -> seat.start());
  }

  @Override
  public Future<?> stop() {
    Future<Void> left = ownership == null ? Future.succeededFuture() : ownership.stop();
    return reader == null ? left : left.eventually(reader::close);
  }

  @Override
  public void begin() {
    if (reader == null) return; // never started
    pulse.standby(false);
    TalkKeeper ours = new TalkKeeper(vertx, info, database, reader, pulse);
    keeper = ours;
    ReportDesk reports = new ReportDesk(info.event(), new Reports(database.library()));
    organisers = new OrganiserServices(vertx.eventBus(), info.event(), ours, reports);
    organisers
        .open()
        .onFailure(failure -> log.error("Organisers cannot ask: {}", info.event(), failure));
    services = new TalkServices(vertx.eventBus(), info.event(), ours, this::round);
    services
        .open()
        .onFailure(
            failure -> log.error("Nobody can ask for the talks of {}", info.event(), failure));
    readSchedule();
    round();
  }

  @Override
  public Future<?> end() {
    pulse.standby(true);
    pulse.trouble("talks", null);
    pulse.trouble("schedule", null);
    waiting = false;
    keeper = null;
    Future<Void> left = services == null ? Future.succeededFuture() : services.close();
    return organisers == null ? left : Future.join(left, organisers.close());
  }

  private void announced(HeadAnnounced head) {
    if (keeper != null && head.event().equals(info.event()) && keeper.lacks(head)) rung();
  }

  /** The bell may ring twice or not at all; what there is to place is always asked of the log. */
  private void rung() {
    if (gathering) return;
    gathering = true;
    vertx.setTimer(Math.max(1, config.gather().toMillis()), gathered -> {
      gathering = false;
      round();
    });
  }

  private void readSchedule() {
    if (keeper != null) keeper.readSchedule().onSuccess(read -> round());
  }

  private void round() {
    TalkKeeper ours = keeper;
    if (ours == null) return;
    ours.round().onComplete(done -> ended(ours, done.cause()));
  }

  private void ended(TalkKeeper ours, @Nullable Throwable failure) {
    if (ours != keeper) return; // of an earlier time as the owner
    if (failure instanceof Superseded && ownership != null) {
      log.warn("Another node keeps the talks, so this one stands by: {}", failure.getMessage());
      ownership.giveUp();
      return;
    }
    boolean bad = failure != null && !isNoLogYet(failure);
    pulse.trouble("talks", bad && failure != null ? "waits: " + failure.getMessage() : null);
    if (!bad) pulse.worked(0);
    if (bad == waiting) return;
    waiting = bad;
    if (bad) log.warn("The talks wait: event={}", info.event(), failure);
    else log.info("The talks are up to date again: event={}", info.event());
  }

  private static boolean isNoLogYet(Throwable failure) {
    return failure instanceof BusFailure bus && bus.kind() == BusFailure.Kind.NOT_FOUND;
  }
}
