package afa.supervisor;

import afa.bus.BusFailure;
import afa.message.Addresses;
import afa.message.Happened;
import afa.message.LinesRead;
import afa.message.NodeReported;
import afa.message.NodeVitals;
import afa.message.ReadLines;
import afa.message.VerticleState;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs the verticles of a node: starts them in the order of need, starts again what fails, does
 * what people ask, and reports. Deployed as a worker, so that no blocked event loop blocks it.
 */
public final class SupervisorVerticle extends VerticleBase {
  private static final Duration REPORT_EVERY = Duration.ofSeconds(1);

  /** A tick that is so late says that the whole process stood still: nobody is to blame. */
  private static final Duration STOOD_STILL = Duration.ofSeconds(2);

  private final NodeIdentity node;
  private final List<Unit> units;
  private final Path home;
  private final Vitals vitals;
  private final RestartPolicy.Rules rules;
  private final Patience patience;
  private final Map<String, Ward> wards = new LinkedHashMap<>(); // in the order of need
  private SharedWishes wishes;
  private Journal journal;
  private Metronome metronome;
  private long ticked = System.nanoTime();
  private long reported = System.nanoTime();
  private long mayJudgeFrom = System.nanoTime();
  private boolean syncing;
  private boolean ending;
  private NodeVitals now;

  /**
   * @param units in the order in which they need each other
   * @param home directory where the node keeps what people want
   */
  public SupervisorVerticle(
      NodeIdentity node, List<Unit> units, Path home, MeterRegistry meters) {
    this(node, units, home, meters, RestartPolicy.Rules.HOUSE, Patience.HOUSE);
  }

  SupervisorVerticle(
      NodeIdentity node,
      List<Unit> units,
      Path home,
      MeterRegistry meters,
      RestartPolicy.Rules rules,
      Patience patience) {
    this.node = node;
    this.units = List.copyOf(units);
    this.home = home;
    this.vitals = new Vitals(meters);
    this.now = vitals.read(Duration.ZERO);
    this.rules = rules;
    this.patience = patience;
  }

  /** Completes when each verticle serves, is stopped by a person, or waits for its next attempt. */
  @Override
  public Future<?> start() {
    journal = new Journal(vertx.eventBus(), node.name());
    wishes = new SharedWishes(vertx, new WishFile(home.resolve("wishes.json")));
    WardEvents events = new WardEvents(node.name(), journal, this::report);
    for (Unit unit : units) {
      wards.put(unit.verticle(), new Ward(vertx, unit, rules, patience, this::inTurn, events));
    }
    Commander commander =
        new Commander(node.name(), wards, wishes, journal, vitals::readers);
    return wishes
        .sync()
        .compose(known -> Addresses.command(node.name()).serve(vertx.eventBus(), commander::command))
        .compose(served -> Addresses.lines(node.name()).serve(vertx.eventBus(), this::lines))
        .compose(served -> Addresses.TIMELINE.subscribe(vertx.eventBus(), this::heard))
        .compose(heard -> {
          metronome = Metronome.start(() -> inTurn(this::tick));
          return startAll();
        });
  }

  private void inTurn(Runnable step) {
    context.runOnContext(turn -> step.run());
  }

  private Future<Void> startAll() {
    wards.values().forEach(ward -> ward.wanted(isWished(ward)));
    Future<Void> done = Future.succeededFuture();
    for (Ward ward : wards.values()) done = done.compose(before -> startFirst(ward));
    return done;
  }

  private boolean isWished(Ward ward) {
    return wishes.known().wantsToRun(Commander.key(node.name(), ward.unit()));
  }

  /** What a person must change first stops the start of the node; the rest is tried again. */
  private Future<Void> startFirst(Ward ward) {
    if (!ward.isWanted() || ending) return Future.succeededFuture();
    return ward.start().recover(failure -> FirstStart.isHopeless(failure)
        ? Future.failedFuture(failure)
        : Future.succeededFuture());
  }

  /**
   * Stops all, those who bring in first, then those who serve; whatever people want stays as it is.
   * May be called from any thread; completes when the last is gone or was given up.
   */
  public Future<Void> end() {
    Promise<Void> done = Promise.promise();
    inTurn(() -> {
      ending = true;
      List<Ward> last = new ArrayList<>(wards.values());
      Collections.reverse(last);
      Future<Void> stopped = Future.succeededFuture();
      for (Ward ward : last) stopped = stopped.compose(before -> ward.stop());
      stopped.onComplete(done);
    });
    return done.future();
  }

  @Override
  public Future<?> stop() {
    if (metronome != null) metronome.stop();
    return Future.succeededFuture();
  }

  private void tick() {
    long nanos = System.nanoTime();
    if (nanos - ticked > STOOD_STILL.toNanos()) mayJudgeFrom = nanos + patience.loop().toNanos();
    ticked = nanos;
    wards.values().forEach(ward -> ward.tick(nanos - mayJudgeFrom >= 0));
    if (nanos - reported < REPORT_EVERY.toNanos()) return;
    reported = nanos;
    now = vitals.read(worstDelay());
    report();
    look();
  }

  /** A wish was spoken somewhere; which one, the wishes say. */
  private void heard(Happened happened) {
    if (happened.kind().equals("desired") && !node.name().equals(happened.node())) look();
  }

  private void look() {
    if (syncing || ending) return;
    syncing = true;
    wishes.sync().onComplete(done -> {
      syncing = false;
      if (!ending) wards.values().forEach(this::follow);
    });
  }

  /** Does what was wished elsewhere, or by an earlier life of the node. */
  private void follow(Ward ward) {
    boolean run = isWished(ward);
    if (run == ward.isWanted() || ward.isBusy()) return;
    ward.wanted(run);
    ward.forgive();
    if (!run) ward.stop();
    else if (ward.state() == VerticleState.STOPPED) ward.start().onFailure(told -> {});
  }

  private Duration worstDelay() {
    return wards.values().stream()
        .map(ward -> ward.crew().worstDelay())
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  private void report() {
    Addresses.NODES.publish(
        vertx.eventBus(),
        new NodeReported(
            node.name(),
            node.life(),
            node.version(),
            node.roles(),
            node.http(),
            node.startedAt(),
            Instant.now(),
            node.ready().getAsBoolean(),
            node.draining().getAsBoolean(),
            now,
            wards.values().stream().map(Ward::status).toList()));
  }

  private Future<LinesRead> lines(ReadLines question) {
    if (question.limit() < 1 || question.limit() > 500) {
      return Future.failedFuture(
          new BusFailure(BusFailure.Kind.INVALID, "limit=" + question.limit()));
    }
    return Future.succeededFuture(
        new LinesRead(LineMemory.newest(question.verticle(), question.limit())));
  }
}
