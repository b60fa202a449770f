package afa.coverage;

import afa.bus.Pulse;
import afa.bus.Shared;
import afa.http.Doors;
import afa.http.Home;
import afa.message.Addresses;
import afa.message.SourceReported;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/** Hears how the sources are doing and tells people and programs how complete the log is. */
public final class CoverageVerticle extends VerticleBase {
  /** More sources than any event has: words that nobody can mean must not fill the memory. */
  private static final int MOST_SOURCES = 1_000;

  /** However many pages ask, it is looked after once a second. */
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final Doors doors;
  private final Clock clock;
  private final Shared<String, Told> told = new Shared<>(FRESH, System::nanoTime);
  private final Map<String, Map<String, Heard>> heard = new HashMap<>(); // by event, by source
  private Instant listeningSince = Instant.MAX;
  private Pulse pulse = new Pulse();

  public CoverageVerticle(Doors doors) {
    this(doors, Clock.systemUTC());
  }

  CoverageVerticle(Doors doors, Clock clock) {
    this.doors = doors;
    this.clock = clock;
  }

  @Override
  public Future<?> start() {
    pulse = Pulse.here();
    StoredCoverage stored = new StoredCoverage(vertx.eventBus(), clock);
    CoverageHandler handler =
        new CoverageHandler(new Home(vertx, context), event -> tell(stored, event));
    return Addresses.SOURCES
        .subscribe(vertx.eventBus(), this::hear)
        .map(subscribed -> listeningSince = clock.instant())
        .compose(subscribed -> Addresses.INTEGRITY.serve(
            vertx.eventBus(), question -> tell(stored, question.event()).map(Told::read)))
        .onSuccess(served -> doors.set(Doors.Door.COVERAGE, handler));
  }

  @Override
  public Future<?> stop() {
    doors.set(Doors.Door.COVERAGE, null);
    return Future.succeededFuture();
  }

  private void hear(SourceReported report) {
    pulse.worked(1);
    Map<String, Heard> sources = heard.computeIfAbsent(report.event(), event -> new HashMap<>());
    if (sources.size() >= MOST_SOURCES && !sources.containsKey(report.source())) return;
    sources.put(report.source(), new Heard(report, clock.instant()));
  }

  private Future<Told> tell(StoredCoverage stored, String event) {
    return told.get(event, () -> stored.of(event).map(claims -> {
      Map<String, Heard> words = heard.getOrDefault(event, Map.of());
      Known known =
          new Known(claims.info(), words, claims.sources(), listeningSince, claims.trouble());
      return Told.of(Integrity.of(known, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }));
  }
}
