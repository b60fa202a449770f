package afa.delivery;

import afa.bus.BusFailure;
import afa.bus.Pulse;
import afa.http.Doors;
import afa.http.EventPath;
import afa.http.Problem;
import afa.message.Addresses;
import afa.message.HeadAnnounced;
import afa.message.LogGrew;
import afa.message.LogLost;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves the readers of one event loop by server-sent events and long-poll, from the tail of each
 * event's log. The only thing that attendees' browsers hold open.
 */
public final class DeliveryVerticle extends VerticleBase {
  private static final Logger log = LoggerFactory.getLogger(DeliveryVerticle.class);
  private static final Set<HttpMethod> READ = Set.of(HttpMethod.GET, HttpMethod.HEAD);
  private static final long TICK_MILLIS = 200;
  private static final long TIDY_MILLIS = 30_000;
  private static final Duration HEART = Duration.ofSeconds(30);

  /** How long the cluster is waited for at the start. */
  private static final Duration SUBSCRIBED = Duration.ofSeconds(30);

  private final DeliveryConfig config;
  private final Doors doors;
  private final DeliveryCrew crew;
  private final DeliveryCounters counters;
  private final Map<String, EventFeed> feeds = new HashMap<>();
  private final Handler<HttpServerRequest> door = this::handle;
  private final Runnable leave = this::askToLeave;
  private CatchUpGuard guard;
  private FeedHandler handler;
  private PlainHandler plain;
  private Events events;
  private Pulse pulse = new Pulse();
  private @Nullable Departure departure;

  /**
   * @param crew of all event loops that deliver together
   * @param counters of the node
   */
  public DeliveryVerticle(
      DeliveryConfig config, Doors doors, DeliveryCrew crew, DeliveryCounters counters) {
    this.config = config;
    this.doors = doors;
    this.crew = crew;
    this.counters = counters;
  }

  @Override
  public Future<?> start() {
    guard =
        new CatchUpGuard(config.freeUpdates(), config.allowanceUpdates(), config.refillPerSecond());
    handler = new FeedHandler(vertx, config, counters, guard, doors, DeliveryVerticle::now);
    plain = new PlainHandler(feeds, config, counters, doors);
    events = new Events(vertx.eventBus());
    pulse = Pulse.here();
    pulse.beatsWithin(HEART);
    vertx.setPeriodic(TICK_MILLIS, tick -> tick());
    vertx.setPeriodic(
        config.heartbeat().toMillis() / Streams.BEATS_OF_SILENCE,
        beat -> feeds.values().forEach(feed -> feed.streams().beat()));
    vertx.setPeriodic(TIDY_MILLIS, minute -> tidy());
    return Addresses.HEAD
        .subscribe(vertx.eventBus(), this::announced)
        .compose(heard -> Addresses.LOST.subscribe(vertx.eventBus(), this::lost))
        // Who was sent away by a restart finds its log here, without waiting for an announcement.
        .compose(heard -> events.heads().otherwise(List.of()))
        .timeout(SUBSCRIBED.toMillis(), TimeUnit.MILLISECONDS)
        .onSuccess(this::open);
  }

  private void open(List<HeadAnnounced> heads) {
    if (!crew.begins(leave)) return; // too late; the door may be another's by now
    heads.forEach(this::announced);
    doors.openDelivery(door, plain::arrived);
  }

  /** Completes when all readers were sent away. */
  @Override
  public Future<?> stop() {
    crew.drain();
    return leave().onComplete(gone -> crew.isGone(leave));
  }

  /** By any thread. */
  private void askToLeave() {
    context.runOnContext(asked -> leave());
  }

  private Future<Void> leave() {
    if (departure == null) {
      doors.closeDelivery(door);
      crew.isClosed();
      departure = new Departure(List.copyOf(feeds.values()));
      feeds.clear(); // connections that stay open are served by nobody now
      departure.begin(vertx, config.drain(), crew.isBesideOthers());
    }
    return departure.over();
  }

  private void tick() {
    feeds.values().forEach(feed -> feed.polls().wake());
    pulse.beat();
    pulse.lag(feeds.values().stream().mapToLong(EventFeed::behind).max().orElse(0));
  }

  private void tidy() {
    guard.tidy(now());
    feeds.values().forEach(feed -> feed.polls().tidy());
  }

  private void announced(HeadAnnounced head) {
    if (departure != null) return;
    EventFeed known = feeds.get(head.event());
    if (known != null) known.announced(head);
    else follow(head);
    if (feeds.values().stream().allMatch(EventFeed::isWarm)) crew.isWarm();
  }

  private void follow(HeadAnnounced head) {
    feeds.put(
        head.event(),
        new EventFeed(
            vertx, head, config, counters, AfterInput.of(context), DeliveryVerticle::now));
    Addresses.appended(head.event())
        .subscribe(vertx.eventBus(), this::grew)
        // Announcements alone bring updates too, a second late.
        .onFailure(failure -> log.warn("No bell: event={}", head.event(), failure));
  }

  private void grew(LogGrew bell) {
    EventFeed known = feeds.get(bell.event());
    if (known == null) return;
    known.grew(bell);
    pulse.worked(bell.entries().size());
  }

  private void lost(LogLost lost) {
    EventFeed known = feeds.get(lost.event());
    if (known != null) known.lost(lost);
  }

  private void handle(HttpServerRequest request) {
    EventPath path = EventPath.parse(request.path()).orElseThrow();
    if (HttpMethod.OPTIONS.equals(request.method())) {
      Preflight.allow(request.response());
    } else if (!READ.contains(request.method())) {
      Preflight.refuse(request.response());
    } else if (!feeds.containsKey(path.event())) {
      unknown(path.event(), request);
    } else if (HttpMethod.HEAD.equals(request.method())) {
      Preflight.headers(path, request.response());
    } else {
      answer(feeds.get(path.event()), path, request);
    }
  }

  private void answer(EventFeed feed, EventPath path, HttpServerRequest request) {
    switch (path.what()) {
      case "stream" -> handler.stream(feed, request);
      case "updates" -> handler.updates(feed, request);
      default ->
        events
            .info(path.event())
            .map(info -> info.isLive(Instant.now()))
            .otherwise(false)
            .onSuccess(live -> handler.head(feed, request, live));
    }
  }

  /** Not announced yet, or no event at all: the store knows. */
  private void unknown(String event, HttpServerRequest request) {
    events
        .info(event)
        .onSuccess(info -> Problem.unavailable("the log of " + event + " is not here yet")
            .send(request.response(), 1))
        .onFailure(failure -> {
          if (failure instanceof BusFailure told && told.kind() == BusFailure.Kind.NOT_FOUND) {
            Problem.notFound("there is no event " + event).send(request.response());
          } else {
            Problem.unavailable("the store cannot be asked").send(request.response(), 2);
          }
        });
  }

  private static long now() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
  }
}
