package afa.supervisor;

import afa.message.Addresses;
import afa.message.Happened;
import afa.message.NodeReported;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs the verticles of a node: starts them in the order of need, starts again what fails, does
 * what people ask, and reports. Deployed as a worker, so that no blocked event loop blocks it.
 */
@SuppressWarnings("NullAway.Init") // start() makes what needs Vert.x
public final class SupervisorVerticle extends VerticleBase {
  private static final Duration EVERY = Duration.ofSeconds(1);

  /** A tick that is so late says that the whole process stood still: nobody is to blame. */
  private static final Duration STOOD_STILL = Duration.ofSeconds(2);

  private final NodeIdentity node;
  private final List<Unit> units;
  private final Path home;
  private final Vitals vitals;
  private final RestartPolicy.Rules rules;
  private final Patience patience;
  private final Neighbours neighbours;
  private SharedWishes wishes;
  private Wards wards;
  private Journal journal;
  private Reporter reporter;
  private Company company;
  private @Nullable Metronome metronome;
  private long ticked = System.nanoTime();
  private long reported = System.nanoTime();
  private long mayJudgeFrom = System.nanoTime();
  private boolean syncing;
  private boolean said; // that this node is not alone with its name

  /**
   * @param units in the order in which they need each other
   * @param home directory where the node keeps what people want
   */
  public SupervisorVerticle(NodeIdentity node, List<Unit> units, Path home, MeterRegistry meters) {
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
    this.rules = rules;
    this.patience = patience;
    this.neighbours = new Neighbours(node.name());
  }

  /** Completes when each verticle serves, is stopped by a person, or waits for its next attempt. */
  @Override
  public Future<?> start() {
    journal = new Journal(vertx.eventBus(), node.name());
    wishes = new SharedWishes(vertx, new WishFile(home.resolve("wishes.json")));
    wards = new Wards(node.name(), wishes);
    company = new Company(node.alone(), journal, node.name());
    reporter = new Reporter(vertx.eventBus(), node, wards, vitals);
    WardEvents events = new WardEvents(node.name(), journal, reporter::tell);
    for (Unit unit : units) {
      wards.add(new Ward(vertx, unit, rules, patience, this::inTurn, events));
    }
    return wishes.sync().compose(known -> listen()).compose(heard -> {
      journal.good(
          null, "cluster", "joined", node.name() + " joined: " + String.join(", ", node.roles()));
      metronome = Metronome.start(() -> inTurn(this::tick));
      return wards.startAll();
    });
  }

  private Future<?> listen() {
    Commander commander = new Commander(node.name(), wards, wishes, journal, vitals::readers);
    return Addresses.command(node.name())
        .serve(vertx.eventBus(), commander::command)
        .compose(served -> Addresses.lines(node.name()).serve(vertx.eventBus(), LineMemory::answer))
        .compose(served -> Addresses.TIMELINE.subscribe(vertx.eventBus(), this::happened))
        .compose(heard -> Addresses.NODES.subscribe(vertx.eventBus(), this::heard));
  }

  private void inTurn(Runnable step) {
    context.runOnContext(turn -> step.run());
  }

  /**
   * Stops all, those who bring in first, then those who serve; whatever people want stays as it is.
   * May be called from any thread; completes when the last is gone or was given up.
   */
  public Future<Void> end() {
    Promise<Void> done = Promise.promise();
    inTurn(() -> {
      journal.good(null, "cluster", "left", node.name() + " is leaving");
      wards.endAll().onComplete(done);
    });
    return done.future();
  }

  /** Stops one, and starts nothing any more: the node is on its way out. From any thread, too. */
  public Future<Void> end(String verticle) {
    Promise<Void> done = Promise.promise();
    inTurn(() -> wards.end(verticle).onComplete(done));
    return done.future();
  }

  @Override
  public Future<?> stop() {
    if (metronome != null) metronome.stop();
    return Future.succeededFuture();
  }

  private void tick() {
    long now = System.nanoTime();
    if (now - ticked > STOOD_STILL.toNanos()) {
      mayJudgeFrom = now + patience.loop().toNanos();
      neighbours.forgiveSilence(now);
    }
    ticked = now;
    wards.tick(now - mayJudgeFrom >= 0);
    if (now - reported < EVERY.toNanos()) return;
    reported = now;
    reporter.measure();
    reporter.tell();
    company.look(now);
    neighbours.silent(now).forEach(journal::publish);
    look();
  }

  private void heard(NodeReported report) {
    neighbours.heard(report, System.nanoTime()).ifPresent(journal::publish);
    boolean isTwin = report.node().equals(node.name()) && !report.life().equals(node.life());
    if (!isTwin || said) return;
    said = true;
    journal.bad(
        null, "cluster", "twin", "Two nodes are called " + node.name() + "; stop one of them");
  }

  private void happened(Happened happened) {
    String where = happened.node();
    if (where == null || where.equals(node.name())) return;
    if (happened.kind().equals("left")) neighbours.left(where);
    if (happened.kind().equals("desired")) look(); // which wish it was, the wishes say
  }

  private void look() {
    if (syncing) return;
    syncing = true;
    wishes.sync().onComplete(done -> {
      syncing = false;
      wards.followWishes();
    });
  }
}
