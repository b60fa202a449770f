package afa.mastodon;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import afa.bus.RecordCodec;
import afa.feed.Coverage;
import afa.feed.CoverageInterval;
import afa.feed.LogEntry;
import afa.feed.Post;
import afa.feed.Update;
import afa.message.Addresses;
import afa.message.BusMessage;
import afa.message.CoverageRead;
import afa.message.ReadCoverage;
import afa.message.ReadLog;
import afa.message.SourceReported;
import afa.message.SourceReported.State;
import afa.rehearsal.Draft;
import afa.rehearsal.Fault;
import afa.rehearsal.FaultOrder;
import afa.rehearsal.Ledger;
import afa.rehearsal.RehearsedEvent;
import afa.rehearsal.SimulatorServer;
import afa.rehearsal.mastodon.MastodonOptions;
import afa.rehearsal.mastodon.MastodonSimulator;
import afa.source.Appender;
import afa.source.BackoffRules;
import afa.store.StoreVerticle;
import afa.testkit.InMemoryLog;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The Mastodon source against two rehearsed servers, over real sockets; waits made short. */
@ExtendWith(VertxExtension.class)
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MastodonStreamIT {
  private static final String EVENT = "inkwherry";
  private static final String TOKEN = "rehearsal";
  private static final Duration HEARTBEAT = Duration.ofMillis(100);

  private final InMemoryLog log = new InMemoryLog();
  private final List<SourceReported> reports = new CopyOnWriteArrayList<>();
  private Vertx vertx;
  private SimulatorServer<MastodonSimulator> server;

  @BeforeEach
  void start(Vertx vertx) throws Exception {
    this.vertx = vertx;
    RecordCodec.registerAll(vertx.eventBus(), BusMessage.class);
    vertx.deployVerticle(new StoreVerticle(List.of(), log)).await(30, SECONDS);
    Addresses.SOURCES.subscribe(vertx.eventBus(), reports::add).await(30, SECONDS);
    MastodonOptions options =
        new MastodonOptions(TOKEN, HEARTBEAT, Duration.ofMillis(60), 1_000_000);
    server = SimulatorServer.<MastodonSimulator>start(
            vertx, 7, setting -> new MastodonSimulator(setting, options))
        .await(30, SECONDS);
  }

  @AfterEach
  void stop() throws Exception {
    server.close().await(30, SECONDS);
  }

  // ---- when all is well

  @Test
  void aPostIsInTheLogSoonAfterItWasSent() throws Exception {
    read(TOKEN, "one", "two");
    awaitStreaming("one", "two");
    String id = send("hello <b> & 🎉 https://inkwherry.example/a/very/long/path/of/a/page");
    await().until(() -> shown().containsKey(id));
    Post post = shown().get(id);
    assertThat(post.text()).startsWith("hello <b> & 🎉 inkwherry.example/a/very/long/… #inkwherry");
    assertThat(post.author().handle()).matches("stranger@(one|two)\\.social\\.example");
  }

  @Test
  void aPostThatBothServersHaveIsOne() throws Exception {
    read(TOKEN, "one", "two");
    awaitStreaming("one", "two");
    for (int i = 0; i < 20; i++) send("post " + i, "author" + i);
    awaitInStep();
  }

  @Test
  void withoutATokenTheTimelineIsAsked() throws Exception {
    for (int i = 0; i < 90; i++) remember("early " + i);
    read("", "one", "two");
    await().until(() -> reports.stream().anyMatch(r -> r.state() == State.POLLING));
    awaitInStep();
    for (int i = 0; i < 100; i++) send("post " + i, "author" + i);
    awaitInStep();
  }

  @Test
  void aServerThatDoesNotStreamIsAskedAndLaterTriedAgain() throws Exception {
    inject(Fault.FORBIDDEN, Duration.ofMinutes(5));
    read(TOKEN, "one");
    await().until(() -> reports.stream().anyMatch(r -> r.state() == State.POLLING));
    for (int i = 0; i < 10; i++) send("post " + i);
    server.on(MastodonSimulator::calm).await(30, SECONDS);
    awaitInStep();
    await().until(() -> last(parts("one").get(0)) == State.STREAMING);
    send("and on");
    awaitInStep();
  }

  @Test
  void editsAndDeletionsArriveByTheStream() throws Exception {
    read(TOKEN, "one", "two");
    awaitStreaming("one", "two");
    String changed = send("frist");
    String gone = send("oops");
    awaitInStep();
    server.on(s -> s.edit(changed, "first")).await(30, SECONDS);
    delete(gone);
    awaitInStep();
    await().until(() -> shown().get(changed).text().startsWith("first #"));
  }

  @Test
  void deletionsAndEditsThatNobodyHeardAreFoundByLookingUp() throws Exception {
    String deployment = read(TOKEN, "one", "two");
    awaitStreaming("one", "two");
    for (int i = 0; i < 30; i++) send("post " + i, "author" + i);
    awaitInStep();
    vertx.undeploy(deployment).await(30, SECONDS);
    List<String> ids = new ArrayList<>(shown().keySet());
    delete(ids.get(3));
    delete(ids.get(17));
    server.on(s -> s.edit(ids.get(9), "changed meanwhile")).await(30, SECONDS);
    read(TOKEN, "one", "two");
    awaitInStep();
    await().until(() -> shown().get(ids.get(9)).text().startsWith("changed meanwhile"));
  }

  @Test
  void deletionsOfOtherServersPeopleThatNobodyHeardAreFoundInTheTimeline() throws Exception {
    String deployment = read(TOKEN, "one");
    awaitStreaming("one");
    for (int i = 0; i < 30; i++) send("post " + i, "author" + i);
    await().until(() -> shown().keySet().stream().filter(this::isOfTwo).count() > 5);
    vertx.undeploy(deployment).await(30, SECONDS);
    List<String> foreign = shown().keySet().stream().filter(this::isOfTwo).toList();
    delete(foreign.get(1));
    delete(foreign.get(4));
    read(TOKEN, "one");
    await().untilAsserted(() -> assertThat(shown().keySet())
        .doesNotContain(foreign.get(1), foreign.get(4))
        .contains(foreign.get(0), foreign.get(2), foreign.get(3)));
    assertThat(updates(Update.Type.RETRACT)).isEqualTo(2);
  }

  @Test
  void thatNothingIsLeftIsBelievedOnlyTheSecondTime() throws Exception {
    String deployment = read(TOKEN, "one", "two");
    awaitStreaming("one", "two");
    for (int i = 0; i < 12; i++) send("post " + i, "author" + i);
    awaitInStep();
    vertx.undeploy(deployment).await(30, SECONDS);
    for (String id : shown().keySet()) delete(id);
    read(TOKEN, "one", "two");
    await().until(() -> shown().isEmpty());
  }

  private boolean isOfTwo(String uri) {
    return uri.contains("/mastodon/two/");
  }

  @Test
  void manyTagsOfOneServerAreStreamedAndAskedAtOnce() throws Exception {
    List<String> tags = List.of("a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "inkwherry");
    String url = server.url() + "/mastodon/one";
    MastodonConfig config = MastodonConfig.of(List.of(url), TOKEN, tags);
    vertx
        .deployVerticle(new MastodonStreamVerticle(EVENT, config.with(tuning())))
        .await(30, SECONDS);
    for (String tag : tags) {
      String part = config.part(config.servers().get(0), tag);
      await().until(() -> last(part) == State.STREAMING);
    }
    String id = send("with several tags #a1 #a7");
    await().until(() -> shown().containsKey(id));
  }

  @Test
  void aFailedLookUpRemovesNothing() throws Exception {
    read(TOKEN, "one");
    awaitStreaming("one");
    for (int i = 0; i < 10; i++) send("post " + i);
    awaitInStep();
    inject(Fault.OUTAGE, Duration.ofMillis(800));
    vertx.timer(1_000, MILLISECONDS).await(30, SECONDS);
    awaitInStep();
    assertThat(updates(Update.Type.RETRACT)).isZero();
  }

  @Test
  void aStreamThatFallsSilentIsNoticed() throws Exception {
    read(TOKEN, "one");
    awaitStreaming("one");
    inject(Fault.STALL, Duration.ofMinutes(1));
    send("while it is silent");
    await().untilAsserted(() -> assertThat(reports)
        .anyMatch(r -> r.state() == State.DEGRADED && r.remark().contains("not a byte")));
    awaitInStep();
    awaitCoveredHonestly(parts("one").get(0));
  }

  // ---- whatever goes wrong

  @ParameterizedTest
  @MethodSource("faults")
  void afterEachFaultEveryPostIsInTheLogOnce(Fault fault) throws Exception {
    read(TOKEN, "one", "two");
    awaitStreaming("one", "two");
    for (int i = 0; i < 30; i++) {
      send("👩‍👩‍👧‍👦 post " + i + " é", "author" + i);
      if (i == 10) inject(fault, Duration.ofMillis(500));
    }
    awaitInStep();
    server.on(MastodonSimulator::calm).await(30, SECONDS);
    send("and on");
    awaitInStep();
    await().until(() -> reports.stream().map(SourceReported::source).distinct().count() == 2);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void whateverGoesWrongTheLogHasWhatTheServersHave(long seed) throws Exception {
    Random random = new Random(seed);
    String deployment = read(TOKEN, "one", "two");
    List<Fault> faults = faults();
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      ids.add(send("post " + i + " 👩‍👩‍👧‍👦", "author" + random.nextInt(40)));
      if (random.nextInt(8) == 0) {
        String on = random.nextInt(3) == 0 ? "one" : null;
        Duration length = Duration.ofMillis(random.nextInt(1_200));
        Fault fault = faults.get(random.nextInt(faults.size()));
        FaultOrder order = new FaultOrder(fault, length, on);
        server.on(s -> s.inject(order)).await(30, SECONDS).await(30, SECONDS);
      }
      String old = ids.get(random.nextInt(ids.size()));
      if (random.nextInt(15) == 0) editOrDelete(old, random.nextBoolean(), i);
      if (i == 70 || i == 140) {
        vertx.undeploy(deployment).await(30, SECONDS);
        deployment = read(TOKEN, "one", "two");
      }
      vertx.timer(1 + random.nextInt(50), MILLISECONDS).await(30, SECONDS);
    }
    server.on(MastodonSimulator::calm).await(30, SECONDS);
    awaitInStep();
    for (String part : parts("one", "two")) awaitCoveredHonestly(part);
  }

  private static List<Fault> faults() {
    return List.of(
        Fault.DROP,
        Fault.CUT,
        Fault.STALL,
        Fault.SLOW,
        Fault.GARBAGE,
        Fault.OVERLONG,
        Fault.DUPLICATE,
        Fault.REORDER,
        Fault.FRAMING,
        Fault.UNAVAILABLE,
        Fault.UNAVAILABLE_HTML,
        Fault.RATE_LIMITED,
        Fault.OUTAGE,
        Fault.REVOKED,
        Fault.FORBIDDEN,
        Fault.SEARCH_UNAVAILABLE,
        Fault.SEARCH_LIMITED);
  }

  private void editOrDelete(String id, boolean edit, int i) throws Exception {
    server
        .on(s -> {
          if (!s.has(id)) return null;
          if (edit) s.edit(id, "edited " + i);
          else s.delete(id);
          return null;
        })
        .await(30, SECONDS);
  }

  // ---- the means

  private String read(String token, String... servers) throws Exception {
    List<String> urls = List.of(servers).stream()
        .map(name -> server.url() + "/mastodon/" + name)
        .toList();
    MastodonConfig config = MastodonConfig.of(urls, token, List.of(RehearsedEvent.HASHTAG));
    return vertx
        .deployVerticle(new MastodonStreamVerticle(EVENT, config.with(tuning())))
        .await(30, SECONDS);
  }

  private static MastodonTuning tuning() {
    BackoffRules fast = MastodonTuning.BACKOFF.dividedBy(200);
    return new MastodonTuning(
        Duration.ofSeconds(2),
        Duration.ofMillis(500),
        Duration.ofMillis(150),
        Duration.ofSeconds(3),
        Duration.ofSeconds(30),
        Duration.ofHours(1),
        100,
        Duration.ofMillis(300),
        Duration.ofMillis(700),
        fast,
        new Appender.Config(2_000, BackoffRules.HOUSE.dividedBy(10)));
  }

  private String send(String text) throws Exception {
    return send(text, "stranger");
  }

  private String send(String text, String author) throws Exception {
    return server.on(s -> s.send(Draft.post(author, text))).await(30, SECONDS);
  }

  private void remember(String text) throws Exception {
    server
        .on(s -> s.remember(Draft.post("stranger", text), Instant.now().minusSeconds(60)))
        .await(30, SECONDS);
  }

  private void delete(String id) throws Exception {
    server
        .on(s -> {
          s.delete(id);
          return null;
        })
        .await(30, SECONDS);
  }

  private void inject(Fault fault, Duration length) throws Exception {
    server.on(s -> s.inject(fault, length)).await(30, SECONDS).await(30, SECONDS);
  }

  private List<String> parts(String... servers) {
    String host = server.url().substring("http://".length());
    return List.of(servers).stream()
        .map(name -> "mastodon:" + host + "/mastodon/" + name)
        .toList();
  }

  private void awaitStreaming(String... servers) {
    for (String part : parts(servers)) await().until(() -> last(part) == State.STREAMING);
  }

  private State last(String part) {
    State state = null;
    for (SourceReported report : reports) if (report.source().equals(part)) state = report.state();
    return state;
  }

  /** Everything that the servers have, each once, and nothing that was deleted. */
  private void awaitInStep() {
    await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
      List<String> expected = server.simulator().ledger().entries().stream()
          .filter(Ledger.Entry::reachable)
          .map(Ledger.Entry::id)
          .toList();
      assertThat(shown().keySet()).containsExactlyInAnyOrderElementsOf(expected);
    });
    assertThat(updates(Update.Type.POST) + updates(Update.Type.GONE))
        .isEqualTo(entries().stream()
            .filter(u -> u.type() == Update.Type.POST || u.type() == Update.Type.GONE)
            .map(Update::n)
            .distinct()
            .count());
  }

  /** What readers of the log see now, by id; a post that is there twice fails. */
  private Map<String, Post> shown() {
    Map<Long, Post> byNumber = new TreeMap<>();
    for (Update update : entries()) {
      if (update.type() == Update.Type.POST) byNumber.put(update.n(), update.post());
      if (update.type() == Update.Type.REVISE) byNumber.put(update.target(), update.post());
      if (update.type() == Update.Type.RETRACT) byNumber.remove(update.target());
    }
    Map<String, Post> byId = new TreeMap<>();
    for (Post post : byNumber.values()) assertThat(byId.put(post.id(), post)).isNull();
    return byId;
  }

  private long updates(Update.Type type) {
    return entries().stream().filter(update -> update.type() == type).count();
  }

  private List<Update> entries() {
    return log.read(new ReadLog(EVENT, 0, 100_000)).result().entries().stream()
        .map(LogEntry::update)
        .toList();
  }

  /** No time in which nobody could read is called complete; and the claim reaches to now. */
  private void awaitCoveredHonestly(String part) {
    Instant now = Instant.now();
    await().untilAsserted(() -> {
      CoverageRead read =
          Addresses.COVERAGE.call(vertx.eventBus(), new ReadCoverage(EVENT)).await(30, SECONDS);
      Coverage coverage = read.sources().get(part);
      assertThat(coverage).isNotNull();
      assertThat(coverage.end().orElseThrow()).isAfter(now);
      for (Ledger.Outage outage : server.simulator().ledger().outages()) {
        // Who asks misses nothing by an outage that fits between two questions in time.
        if (Duration.between(outage.from(), outage.to()).toMillis() < 600) continue;
        Instant to = outage.to().minusMillis(1); // coverage is kept in whole milliseconds
        // At its end, as what was sent before it may be read, and so claimed, in its midst.
        assertThat(coverage.within(to.minusMillis(1), to).intervals())
            .as(outage + " in " + coverage)
            .noneMatch(i -> i.kind() == CoverageInterval.Kind.COMPLETE);
      }
    });
  }
}
