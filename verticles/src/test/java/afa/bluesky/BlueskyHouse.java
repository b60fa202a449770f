package afa.bluesky;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import afa.bus.RecordCodec;
import afa.feed.Coverage;
import afa.feed.LogEntry;
import afa.feed.Post;
import afa.feed.Update;
import afa.message.Addresses;
import afa.message.BusMessage;
import afa.message.ReadLog;
import afa.message.SourceReported;
import afa.message.SourceReported.State;
import afa.rehearsal.Draft;
import afa.rehearsal.Ledger;
import afa.rehearsal.SimulatorServer;
import afa.rehearsal.bluesky.BlueskySimulator;
import afa.source.Appender;
import afa.source.BackoffRules;
import afa.source.StreamTuning;
import afa.store.StoreVerticle;
import afa.testkit.InMemoryLog;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A rehearsed Bluesky, a store, and what the log of an event has of it; all waits are short. */
final class BlueskyHouse {
  static final String EVENT = "aea2010";
  static final Duration NOISE = Duration.ofMillis(25);

  final InMemoryLog log = new InMemoryLog();
  final List<SourceReported> reports = new CopyOnWriteArrayList<>();
  private final Vertx vertx;
  private final SimulatorServer<BlueskySimulator> server;

  BlueskyHouse(Vertx vertx, long seed) throws Exception {
    this.vertx = vertx;
    RecordCodec.registerAll(vertx.eventBus(), BusMessage.class);
    vertx.deployVerticle(new StoreVerticle(List.of(), log)).await(30, SECONDS);
    Addresses.SOURCES.subscribe(vertx.eventBus(), reports::add).await(30, SECONDS);
    server = SimulatorServer.start(vertx, seed, setting -> new BlueskySimulator(setting, NOISE))
        .await(30, SECONDS);
  }

  BlueskyConfig config() {
    URI url = URI.create(server.url() + BlueskySimulator.PREFIX);
    return BlueskyConfig.of(url, List.of("inkwherry")).with(tuning(Duration.ofMinutes(5)));
  }

  static BlueskyTuning tuning(Duration checkEvery) {
    return tuning(checkEvery, Duration.ofSeconds(1));
  }

  static BlueskyTuning tuning(Duration checkEvery, Duration patience) {
    BackoffRules fast = BlueskyTuning.DEFAULT.backoff().dividedBy(50);
    return new BlueskyTuning(
        Duration.ofMillis(750),
        Duration.ofMillis(200),
        Duration.ofSeconds(2),
        Duration.ofSeconds(2),
        Duration.ofMillis(50),
        Duration.ofHours(1),
        Duration.ofSeconds(5),
        Duration.ofHours(1),
        patience,
        checkEvery,
        Duration.ofSeconds(2),
        new Batcher.Rhythm(Duration.ofMillis(20), Duration.ofMillis(50), Duration.ofMillis(200)),
        new StreamTuning(Duration.ofSeconds(2), Duration.ofSeconds(5), fast),
        new Appender.Config(500, BackoffRules.HOUSE.dividedBy(10)));
  }

  String read() throws Exception {
    return read(config());
  }

  String read(BlueskyConfig config) throws Exception {
    return vertx.deployVerticle(new BlueskyStreamVerticle(EVENT, config)).await(30, SECONDS);
  }

  void stop(String deployment) throws Exception {
    vertx.undeploy(deployment).await(30, SECONDS);
  }

  void waitFor(long millis) throws Exception {
    vertx.timer(millis).await(30, SECONDS);
  }

  String send(String text) throws Exception {
    return send(Draft.post("stranger", text));
  }

  String send(Draft draft) throws Exception {
    return server.on(bluesky -> bluesky.send(draft)).await(30, SECONDS);
  }

  void on(Consumer<BlueskySimulator> action) throws Exception {
    server
        .on(bluesky -> {
          action.accept(bluesky);
          return true;
        })
        .await(30, SECONDS);
  }

  Ledger ledger() throws Exception {
    return server.on(BlueskySimulator::ledger).await(30, SECONDS);
  }

  int requests() throws Exception {
    return server.on(BlueskySimulator::requests).await(30, SECONDS);
  }

  void awaitState(State state) {
    await()
        .untilAsserted(
            () -> assertThat(reports).last().extracting(SourceReported::state).isEqualTo(state));
  }

  /** Everything that was posted and not deleted, each exactly once. */
  void awaitEachOnce() throws Exception {
    Ledger ledger = ledger();
    await().untilAsserted(() -> assertThat(shown().keySet())
        .containsExactlyInAnyOrderElementsOf(ledger.entries().stream()
            .filter(entry -> !entry.deleted())
            .map(Ledger.Entry::id)
            .toList()));
    assertThat(entered()).doesNotHaveDuplicates();
  }

  /** Ids of all posts that ever came into the log and still have content, one for each entry. */
  List<String> entered() {
    return updates().stream()
        .filter(update -> update.type() == Update.Type.POST && update.post() != null)
        .map(update -> update.post().id())
        .toList();
  }

  /** What readers see: edits applied, what is gone left out; by id. */
  Map<String, Post> shown() {
    Map<Long, Post> byNumber = new LinkedHashMap<>();
    for (Update update : updates()) {
      switch (update.type()) {
        case POST -> {
          if (update.post() != null) byNumber.put(update.n(), update.post());
        }
        case REVISE -> {
          if (update.post() != null) byNumber.replace(update.target(), update.post());
        }
        case RETRACT -> byNumber.remove(update.target());
        default -> {}
      }
    }
    Map<String, Post> shown = new LinkedHashMap<>();
    byNumber.values().forEach(post -> shown.put(post.id(), post));
    return shown;
  }

  private List<Update> updates() {
    List<Update> updates = new ArrayList<>();
    for (LogEntry entry : log.read(new ReadLog(EVENT, 0, 10_000)).result().entries()) {
      updates.add(entry.update());
    }
    return updates;
  }

  String cursor() {
    return log.cursor(EVENT, BlueskyStreamVerticle.SOURCE).result().cursor();
  }

  Coverage coverage() {
    return log.coverage(EVENT).result().getOrDefault(BlueskyStreamVerticle.SOURCE, Coverage.NONE);
  }
}
