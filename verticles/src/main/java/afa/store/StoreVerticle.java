package afa.store;

import afa.bus.BusFailure;
import afa.bus.Pulse;
import afa.config.ConfigException;
import afa.feed.EventInfo;
import afa.message.Addresses;
import afa.message.AppendPosts;
import afa.message.Appended;
import afa.message.ClaimSource;
import afa.message.Claimed;
import afa.message.CoverageRead;
import afa.message.EventList;
import afa.message.ListEvents;
import afa.message.LogPage;
import afa.message.ReadCoverage;
import afa.message.ReadCursor;
import afa.message.ReadLog;
import afa.message.SourceCursor;
import afa.message.StoreIdentity;
import afa.message.WhichStore;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The only writer of the logs: numbers what sources bring, reads ranges, announces the heads. */
public final class StoreVerticle extends VerticleBase {
  private static final Logger log = LoggerFactory.getLogger(StoreVerticle.class);
  private static final Duration ANNOUNCE_EVERY = Duration.ofSeconds(1);

  /** Several steps of Redis, each given up after its own while. */
  private static final Duration HEART = Duration.ofSeconds(60);

  private static final String TWO_REDIS =
      "another node writes to another Redis. Give this one the same"
          + " --data or REDIS_URL, or let it be a cluster of its own with --cluster NAME";

  private final List<EventInfo> events;
  private final Log store;
  private final StoreConfig config;
  private LogKeepers keepers;
  private final StoreCounters counters = new StoreCounters();
  private final Map<String, Bells> bells = new HashMap<>(); // by event
  private Pulse pulse = new Pulse();
  private Arrivals arrivals;
  private boolean announcing;
  private boolean away; // whether the last step failed: a change is logged, not each failure

  /**
   * @param events those this node knows by its files; others are known by the log
   */
  public StoreVerticle(List<EventInfo> events, Log store, StoreConfig config) {
    this.events = List.copyOf(events);
    this.store = store;
    this.config = config;
  }

  /** A store that waits for nobody. */
  public StoreVerticle(List<EventInfo> events, Log store) {
    this(events, store, StoreConfig.ALONE);
  }

  @Override
  public Future<?> start() {
    pulse = Pulse.here();
    pulse.beatsWithin(HEART);
    keepers = new LogKeepers(vertx, store, config, pulse);
    arrivals = new Arrivals(vertx, counters);
    vertx.setPeriodic(0, ANNOUNCE_EVERY.toMillis(), tick -> announce());
    return insistOnOneRedis()
        .compose(alone -> arrivals.listen(keepers::names))
        .compose(alone -> keepers.listen(events))
        .compose(kept -> Addresses.APPEND.serve(vertx.eventBus(), this::append))
        .compose(served -> Addresses.CLAIM.serve(vertx.eventBus(), this::claim))
        .compose(served -> Addresses.READ_LOG.serve(vertx.eventBus(), this::read))
        .compose(served -> Addresses.READ_CURSOR.serve(vertx.eventBus(), this::cursor))
        .compose(served -> Addresses.COVERAGE.serve(vertx.eventBus(), this::coverage))
        .compose(served -> Addresses.EVENTS.serve(vertx.eventBus(), this::list))
        .compose(served -> Addresses.STORE.serve(vertx.eventBus(), this::identity));
  }

  /** With two Redis in a cluster posts would be split and readers reset every second. */
  private Future<Void> insistOnOneRedis() {
    Future<String> ours = store.identity().recover(away -> Future.succeededFuture(""));
    Future<String> theirs = Addresses.STORE
        .call(vertx.eventBus(), new WhichStore())
        .map(StoreIdentity::id)
        .recover(nobody -> Future.succeededFuture(""));
    return Future.all(ours, theirs).compose(both -> {
      boolean known = !ours.result().isEmpty() && !theirs.result().isEmpty();
      return known && !ours.result().equals(theirs.result())
          ? Future.failedFuture(new ConfigException("This cluster", List.of(TWO_REDIS)))
          : Future.succeededFuture();
    });
  }

  private Future<StoreIdentity> identity(WhichStore question) {
    return weather(store.identity()).map(StoreIdentity::new);
  }

  private Future<Appended> append(AppendPosts request) {
    if (Math.max(request.posts().size(), request.retracted().size()) > AppendPosts.MAX_POSTS) {
      return invalid("more than " + AppendPosts.MAX_POSTS + " posts or retractions in one request");
    }
    AppendPosts placed = arrivals.placed(request);
    return weather(keepers.append(placed)).map(append -> {
      counters.appended(request.source(), append.answer());
      pulse.worked(append.answer().added());
      bells
          .computeIfAbsent(request.event(), event -> new Bells(event, vertx.eventBus(), context))
          .ring(append);
      return append.answer();
    });
  }

  private Future<Claimed> claim(ClaimSource request) {
    return kept(request.event(), () -> store.claim(request.event(), request.network()))
        .map(Claimed::new);
  }

  private Future<LogPage> read(ReadLog request) {
    if (request.since() < 0 || request.limit() < 1 || request.limit() > ReadLog.MAX_LIMIT) {
      return invalid("since=" + request.since() + " limit=" + request.limit());
    }
    return weather(keepers.read(request))
        .compose(page -> page.epoch().isEmpty()
            ? Future.failedFuture(
                new BusFailure(BusFailure.Kind.NOT_FOUND, "no event " + request.event()))
            : Future.succeededFuture(page));
  }

  private Future<SourceCursor> cursor(ReadCursor request) {
    return kept(request.event(), () -> store.cursor(request.event(), request.source()));
  }

  private Future<CoverageRead> coverage(ReadCoverage request) {
    return weather(keepers.coverage(request.event()))
        .map(sources -> new CoverageRead(request.event(), sources));
  }

  private Future<EventList> list(ListEvents request) {
    return weather(known()).map(known -> new EventList(keepers.with(known)));
  }

  /** Tells every head, so that a bell that was lost costs a second and never an update. */
  private void announce() {
    if (announcing) return;
    announcing = true;
    remembered()
        .compose(known -> keepers.tick())
        .onComplete(done -> {
          announcing = false;
          pulse.beat();
        })
        .onSuccess(done -> weatherIs(false, null))
        .onFailure(failure -> weatherIs(true, failure));
  }

  /** While everything rests, Redis is left alone, unless it was away: then its return is told. */
  private boolean rests() {
    return !away && keepers.rest(events);
  }

  private Future<Void> remembered() {
    return rests() ? Future.succeededFuture() : registered().compose(keepers::remember);
  }

  private Future<List<EventInfo>> known() {
    return rests() ? Future.succeededFuture(List.of()) : registered();
  }

  /** Looked at every time, as a Redis that lost its memory has forgotten the events too. */
  private Future<List<EventInfo>> registered() {
    return store.events().compose(known -> {
      List<EventInfo> missing =
          events.stream().filter(event -> !known.contains(event)).toList();
      if (missing.isEmpty()) return Future.succeededFuture(known);
      return Future.all(missing.stream().map(store::register).toList())
          .compose(told -> store.events());
    });
  }

  /** A step on a log that must be whole. */
  private <T> Future<T> kept(String event, Supplier<Future<T>> step) {
    return weather(keepers.kept(event, step));
  }

  private <T> Future<T> weather(Future<T> step) {
    return step.recover(failure -> {
      if (failure instanceof Log.Busy) return busy(failure);
      if (failure instanceof Log.Lost) return unavailable(failure.getMessage());
      if (failure instanceof Log.Superseded) return superseded(failure);
      weatherIs(true, failure);
      return unavailable("Redis is away: " + failure.getMessage());
    });
  }

  private static <T> Future<T> unavailable(String why) {
    return Future.failedFuture(new BusFailure(BusFailure.Kind.UNAVAILABLE, why));
  }

  private <T> Future<T> busy(Throwable failure) {
    counters.refused();
    return Future.failedFuture(new BusFailure(BusFailure.Kind.UNAVAILABLE, failure.getMessage()));
  }

  private static <T> Future<T> superseded(Throwable failure) {
    return Future.failedFuture(new BusFailure(BusFailure.Kind.SUPERSEDED, failure.getMessage()));
  }

  private void weatherIs(boolean bad, Throwable failure) {
    if (bad == away) return;
    away = bad;
    pulse.trouble("redis", bad ? "Redis is away; what is posted waits" : null);
    if (bad) log.warn("Redis is away; everything waits and goes on when it is back", failure);
    else log.info("Redis is back");
  }

  private static <T> Future<T> invalid(String message) {
    return Future.failedFuture(new BusFailure(BusFailure.Kind.INVALID, message));
  }
}
