package afa.supervisor;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import afa.bus.RecordCodec;
import afa.config.ConfigException;
import afa.message.Addresses;
import afa.message.BusMessage;
import afa.message.CommandVerticle;
import afa.message.CommandVerticle.Action;
import afa.message.Happened;
import afa.message.NodeReported;
import afa.message.VerticleCommanded;
import afa.message.VerticleState;
import afa.message.VerticleStatus;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A supervisor with verticles that misbehave. */
@NullUnmarked
final class SupervisorVerticleTest {
  private static final RestartPolicy.Rules QUICK = new RestartPolicy.Rules(
      Duration.ofMillis(10), Duration.ofMillis(50), 4, Duration.ofMinutes(10));
  private static final Patience SHORT =
      new Patience(Duration.ofSeconds(20), Duration.ofMillis(700));

  @TempDir
  private Path home;

  private final Vertx vertx = Vertx.vertx();
  private final FakeUnit first = new FakeUnit(vertx, "first");
  private final FakeUnit second = new FakeUnit(vertx, "second");
  private final Queue<Happened> timeline = new ConcurrentLinkedQueue<>();
  private volatile NodeReported report;

  @BeforeEach
  void listen() throws Exception {
    RecordCodec.registerAll(vertx.eventBus(), BusMessage.class);
    Addresses.NODES.subscribe(vertx.eventBus(), told -> report = told).await(30, SECONDS);
    Addresses.TIMELINE.subscribe(vertx.eventBus(), timeline::add).await(30, SECONDS);
  }

  @AfterEach
  void close() throws Exception {
    vertx.close().await(30, SECONDS);
  }

  @Test
  void allAreStartedAndReported() throws Exception {
    supervise(first.unit(), second.unit());
    await().until(() -> state("first") == VerticleState.RUNNING);
    await().until(() -> state("second") == VerticleState.RUNNING);
    assertThat(report.node()).isEqualTo("n1");
    assertThat(report.vitals().heapUsed()).isPositive();
  }

  @Test
  void aStopAndAStartByMessageAreDoneWhenTheyAreAnswered() throws Exception {
    supervise(first.unit(), second.unit());
    VerticleCommanded stopped = command("first", Action.STOP);
    assertThat(stopped.done()).isTrue();
    assertThat(stopped.sentence()).startsWith("first on n1 was stopped in ");
    assertThat(first.stopped).hasValue(1);
    await()
        .until(() -> state("first") == VerticleState.STOPPED && !status("first").wanted());
    assertThat(command("first", Action.START).done()).isTrue();
    assertThat(first.started).hasValue(2);
    assertThat(second.started).hasValue(1);
    await().until(() -> state("first") == VerticleState.RUNNING);
    assertThat(timeline.stream().filter(h -> h.who().equals("ada")).map(Happened::kind))
        .containsExactly("desired", "stop", "desired", "start");
  }

  @Test
  void whatIsOverIsNotStartedStopsByItselfAndSaysWhy() throws Exception {
    AtomicReference<Optional<String>> over = new AtomicReference<>(Optional.empty());
    supervise(first.unit().until(over::get), second.unit().until(() -> Optional.of("long over")));
    await().until(() -> state("first") == VerticleState.RUNNING);
    assertThat(second.started).hasValue(0);
    over.set(Optional.of("the event is over"));
    await().until(() -> state("first") == VerticleState.STOPPED);
    await().until(() -> timeline.stream()
        .anyMatch(h -> h.sentence().equals("first on n1 stops: the event is over")));
    VerticleCommanded refused = command("first", Action.START);
    assertThat(refused.done()).isFalse();
    assertThat(refused.sentence()).isEqualTo("the event is over");
    over.set(Optional.empty());
    await().until(() -> state("first") == VerticleState.RUNNING);
  }

  @Test
  void aRestartIsCountedAsTheDoingOfAPerson() throws Exception {
    supervise(first.unit());
    assertThat(command("first", Action.RESTART).done()).isTrue();
    assertThat(first.started).hasValue(2);
    await().until(() -> status("first").restartsByPeople() == 1);
    assertThat(status("first").restartsByFailures()).isZero();
  }

  @Test
  void whatIsOnlyForeseenIsNotDone() throws Exception {
    supervise(first.unit());
    VerticleCommanded foreseen = Addresses.command("n1")
        .call(vertx.eventBus(), new CommandVerticle("first", Action.RESTART, "ada", true))
        .await(30, SECONDS);
    assertThat(foreseen.done()).isFalse();
    assertThat(foreseen.sentence())
        .isEqualTo("first on n1 will be restarted: 0 readers move, 0 posts at risk, about 1 s");
    assertThat(first.started).hasValue(1);
  }

  @Test
  void whatIsNotHereIsNotFound() throws Exception {
    supervise(first.unit());
    assertThatThrownBy(() -> command("nobody", Action.STOP)).hasMessageContaining("no nobody on");
  }

  @Test
  void ourOwnBrokenConfigurationStopsTheStart() {
    first.failsWith = new ConfigException("conf", List.of("one", "two"));
    assertThatThrownBy(() -> supervise(first.unit())).hasMessageContaining("two");
  }

  @Test
  void aFailedStartIsTriedAgainAndTheOthersRun() throws Exception {
    first.failsWith = new IllegalStateException("no way");
    supervise(first.unit(), second.unit());
    await().until(() -> state("second") == VerticleState.RUNNING);
    first.failsWith = null;
    await().until(() -> state("first") == VerticleState.RUNNING);
    assertThat(status("first").error()).isEqualTo("no way");
    assertThat(status("first").restartsByFailures()).isPositive();
    await().until(() -> told("first on n1 runs again"));
  }

  @Test
  void whoFailsTooOftenIsLeftUntilAPersonStartsIt() throws Exception {
    first.failsWith = new IllegalStateException("no way");
    supervise(first.unit());
    await().until(() -> state("first") == VerticleState.FAILED);
    assertThat(first.started).hasValue(4);
    await().until(() -> told("first on n1 failed too often: no way"));
    assertThat(command("first", Action.START).sentence()).contains("could not be started: no way");
    first.failsWith = null;
    await().until(() -> command("first", Action.RESTART).done());
    await().until(() -> state("first") == VerticleState.RUNNING);
  }

  @Test
  void whatIsThrownOnAnEventLoopIsAReasonToRestart() throws Exception {
    supervise(first.unit(), second.unit());
    first.throwNow("broken");
    await().until(() -> first.started.get() == 2 && state("first") == VerticleState.RUNNING);
    assertThat(first.stopped).hasValue(1);
    assertThat(status("first").error()).isEqualTo("broken");
    assertThat(second.started).hasValue(1);
  }

  @Test
  void whatAStrangerMayHaveCausedIsOnlyTold() throws Exception {
    supervise(first.unit().forStrangers());
    first.throwNow("broken");
    await().until(() -> "broken".equals(status("first").error()));
    assertThat(state("first")).isEqualTo(VerticleState.RUNNING);
    assertThat(first.started).hasValue(1);
  }

  @Test
  void aHeartThatStandsStillIsAReasonToRestart() throws Exception {
    supervise(first.unit());
    first.pulse.beatsWithin(Duration.ofMillis(300));
    await().until(() -> first.started.get() == 2 && state("first") == VerticleState.RUNNING);
    assertThat(status("first").error()).contains("no sign of life");
  }

  @Test
  void whoBlocksItsEventLoopIsNamedAndStartedElsewhere() throws Exception {
    CountDownLatch latch = new CountDownLatch(1);
    supervise(first.unit().stoppingWithin(Duration.ofMillis(300)));
    first.block(latch);
    await().until(() -> first.started.get() == 2 && state("first") == VerticleState.RUNNING);
    assertThat(status("first").error()).contains("stood still").contains("FakeUnit");
    latch.countDown();
    await().until(() -> first.stopped.get() == 1); // the old one goes as soon as it can
  }

  @Test
  void whatAVerticleSaysOfItselfIsReported() throws Exception {
    supervise(first.unit().lagging("things not done"));
    first.pulse.worked(3);
    first.pulse.lag(7);
    first.pulse.trouble("redis", "Redis is away");
    await().until(() -> state("first") == VerticleState.DEGRADED);
    assertThat(status("first").error()).isEqualTo("Redis is away");
    assertThat(status("first").work()).isEqualTo(3);
    assertThat(status("first").lag()).isEqualTo(7);
    assertThat(status("first").lagMeaning()).isEqualTo("things not done");
    assertThat(status("first").worked()).isBefore(Instant.now().plusSeconds(1));
    first.pulse.trouble("redis", null);
    first.pulse.standby(true);
    await()
        .until(() -> state("first") == VerticleState.RUNNING && status("first").standby());
  }

  @Test
  void aStopOutlivesTheProcess() throws Exception {
    supervise(first.unit());
    command("first", Action.STOP);
    Vertx later = Vertx.vertx(); // nobody else remembers
    RecordCodec.registerAll(later.eventBus(), BusMessage.class);
    try {
      FakeUnit again = new FakeUnit(later, "first");
      FakeUnit other = new FakeUnit(later, "other");
      deploy(later, supervisor(again.unit(), other.unit()));
      assertThat(other.started).hasValue(1);
      assertThat(again.started).hasValue(0);
    } finally {
      later.close().await(30, SECONDS);
    }
  }

  @Test
  void atTheEndAllAreStoppedTheLastOneFirst() throws Exception {
    SupervisorVerticle supervisor = supervise(first.unit(), second.unit());
    supervisor.end().await(30, SECONDS);
    assertThat(first.stopped).hasValue(1);
    assertThat(second.stopped).hasValue(1);
    assertThat(new WishFile(home.resolve("wishes.json")).read()).isEqualTo(Wishes.NONE);
  }

  @Test
  void atTheEndThoseThatAnotherNodeTakesOverAreStoppedTogetherAndBeforeTheOthers()
      throws Exception {
    FakeUnit third = new FakeUnit(vertx, "third");
    Promise<Void> slow = Promise.promise();
    third.stopsWith = slow.future();
    SupervisorVerticle supervisor =
        supervise(first.unit(), second.unit().oneForAll(), third.unit().oneForAll());
    Future<Void> ended = supervisor.end();
    await().until(() -> third.stopped.get() == 1 && second.stopped.get() == 1);
    assertThat(first.stopped).hasValue(0);
    slow.complete();
    ended.await(30, SECONDS);
    assertThat(first.stopped).hasValue(1);
  }

  private SupervisorVerticle supervise(Unit... units) throws Exception {
    SupervisorVerticle supervisor = supervisor(units);
    deploy(vertx, supervisor);
    return supervisor;
  }

  private SupervisorVerticle supervisor(Unit... units) {
    NodeIdentity identity = new NodeIdentity(
        "n1",
        "life",
        "dev",
        List.of("store"),
        "http://x",
        Instant.now(),
        () -> true,
        () -> false,
        Optional::empty);
    return new SupervisorVerticle(
        identity, List.of(units), home, new SimpleMeterRegistry(), QUICK, SHORT);
  }

  private static void deploy(Vertx vertx, SupervisorVerticle supervisor) throws Exception {
    vertx
        .deployVerticle(
            supervisor, new DeploymentOptions().setThreadingModel(ThreadingModel.WORKER))
        .await(30, SECONDS);
  }

  private VerticleCommanded command(String verticle, Action action) throws Exception {
    return Addresses.command("n1")
        .call(vertx.eventBus(), new CommandVerticle(verticle, action, "ada", false))
        .await(30, SECONDS);
  }

  private boolean told(String beginning) {
    return timeline.stream().anyMatch(happened -> happened.sentence().startsWith(beginning));
  }

  private VerticleState state(String verticle) {
    return status(verticle) == null ? null : status(verticle).state();
  }

  private VerticleStatus status(String verticle) {
    NodeReported last = report;
    Stream<VerticleStatus> all = last == null ? Stream.empty() : last.verticles().stream();
    return all.filter(v -> v.verticle().equals(verticle)).findFirst().orElse(null);
  }
}
