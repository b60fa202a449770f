package afa.x;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import afa.bus.RecordCodec;
import afa.feed.LogEntry;
import afa.feed.Post;
import afa.message.Addresses;
import afa.message.BusMessage;
import afa.message.ReadLog;
import afa.message.SourceReported;
import afa.message.SourceReported.State;
import afa.rehearsal.Draft;
import afa.rehearsal.Fault;
import afa.rehearsal.Ledger;
import afa.rehearsal.x.XOptions;
import afa.rehearsal.x.XSimulator;
import afa.source.Appender;
import afa.source.BackoffRules;
import afa.store.StoreVerticle;
import afa.testkit.InMemoryLog;
import afa.x.XRules.Rule;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The X source against a rehearsed X, over real sockets; all waits two hundred times shorter. */
@ExtendWith(VertxExtension.class)
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class XStreamIT {
  private static final String EVENT = "aea2010";
  private static final Duration AS_USUAL = Duration.ofMillis(150); // keep-alives, delay of search

  private final InMemoryLog log = new InMemoryLog();
  private final List<SourceReported> reports = new CopyOnWriteArrayList<>();
  private Vertx vertx;
  private XSimulator x;

  @BeforeEach
  void start(Vertx vertx) throws Exception {
    this.vertx = vertx;
    RecordCodec.registerAll(vertx.eventBus(), BusMessage.class);
    vertx.deployVerticle(new StoreVerticle(List.of(), log)).await(5, SECONDS);
    Addresses.SOURCES.subscribe(vertx.eventBus(), reports::add).await(5, SECONDS);
    // Reposts by search, which X has not: else what is cut off on the way could not come again.
    XOptions options = new XOptions().keepAlive(AS_USUAL).searchDelay(AS_USUAL).searchReposts(true);
    x = XSimulator.start(vertx, options).await(5, SECONDS);
  }

  // ---- when all is well

  @Test
  void aPostIsInTheLogSoonAfterItWasSent() throws Exception {
    read("#afa");
    awaitState(State.STREAMING);
    String id = x.send("hello #afa 🎉 &").await(5, SECONDS);
    await().atMost(Duration.ofSeconds(1)).until(() -> logged().size() == 1);
    Post post = logged().get(0);
    assertThat(post.id()).isEqualTo(id);
    assertThat(post.text()).isEqualTo("hello #afa 🎉 &");
    assertThat(reports).last().satisfies(report -> assertThat(report.remark()).isNull());
  }

  @Test
  void keepAlivesAloneKeepTheConnection() throws Exception {
    read("#afa");
    awaitState(State.STREAMING);
    int before = reports.size();
    // Three times the silence that would end it.
    vertx
        .timer(3 * tuning().stall().toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS)
        .await(10, SECONDS);
    assertThat(reports.subList(before, reports.size())).isEmpty();
  }

  @Test
  void whatWasPostedBeforeTheFirstStartIsFetched() throws Exception {
    XClient client = new XClient(vertx, config("#afa"));
    client.addRules(List.of("#afa"), "").await(5, SECONDS);
    for (int i = 0; i < 250; i++) x.send("early " + i + " #afa").await(5, SECONDS);
    read("#afa");
    awaitEachOnce();
    assertThat(logged()).extracting(Post::text).startsWith("early 0 #afa");
  }

  @Test
  void rulesAreBroughtInStepAndThoseOfOthersStay() throws Exception {
    XClient client = new XClient(vertx, config("#afa"));
    client.addRules(List.of("#cats"), "pets").await(5, SECONDS);
    String first = read("#old", "#kept");
    awaitState(State.STREAMING);
    vertx.undeploy(first).await(5, SECONDS);
    reports.clear();
    read("#kept", "#new");
    awaitState(State.STREAMING);
    assertThat(client.rules().await(5, SECONDS))
        .extracting(Rule::value)
        .containsExactlyInAnyOrder("#cats", "#kept", "#new");
    x.send("not for us #cats").await(5, SECONDS);
    x.send("for us #new").await(5, SECONDS);
    await().until(() -> !logged().isEmpty());
    assertThat(logged()).extracting(Post::text).containsExactly("for us #new");
  }

  @Test
  void rulesThatSomebodyDeletedAreAddedAgain() throws Exception {
    read("#afa");
    awaitState(State.STREAMING);
    XClient client = new XClient(vertx, config("#afa"));
    List<String> ids = client.rules().await(5, SECONDS).stream().map(Rule::id).toList();
    client.deleteRules(ids).await(5, SECONDS);
    x.faults().inject(Fault.DROP).await(5, SECONDS);
    await().untilAsserted(() -> assertThat(client.rules().await(5, SECONDS)).hasSize(1));
    x.send("hello #afa").await(5, SECONDS);
    awaitEachOnce();
  }

  @Test
  void aRuleThatXRefusesIsToldAndTheOthersWork() throws Exception {
    read("#afa", "#a AND (");
    await().until(() -> reports.stream()
        .anyMatch(r -> r.state() == State.STREAMING && r.remark() != null));
    assertThat(reports).last().satisfies(report -> assertThat(report.remark())
        .contains("#a AND ("));
    x.send("hello #afa").await(5, SECONDS);
    await().until(() -> logged().size() == 1);
  }

  @Test
  void oneReadsAndTheOtherTakesOverWhereItStopped() throws Exception {
    String first = read("#afa");
    awaitState(State.STREAMING);
    read("#afa");
    x.send("one #afa").await(5, SECONDS);
    await().until(() -> logged().size() == 1);
    vertx.undeploy(first).await(5, SECONDS);
    for (int i = 0; i < 5; i++) x.send("meanwhile " + i + " #afa").await(5, SECONDS);
    awaitEachOnce();
  }

  // ---- whatever goes wrong

  @ParameterizedTest
  @EnumSource(Fault.class)
  void afterEachFaultEveryPostIsInTheLogOnce(Fault fault) throws Exception {
    read("#afa");
    awaitState(State.STREAMING);
    for (int i = 0; i < 30; i++) {
      x.send("👩‍👩‍👧‍👦 post " + i + " #afa é").await(5, SECONDS);
      if (i == 10) x.faults().inject(fault, Duration.ofMillis(500)).await(5, SECONDS);
    }
    awaitEachOnce();
    awaitState(State.STREAMING);
    x.faults().calm().await(5, SECONDS);
    x.send("and on #afa").await(5, SECONDS);
    awaitEachOnce();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "OperationalDisconnect",
        "UpstreamOperationalDisconnect",
        "ForceDisconnect",
        "UpstreamUncleanDisconnect",
        "SlowReader",
        "InternalError",
        "ClientApplicationStateDegraded",
        "InvalidRules",
        "SomethingNew"
      })
  void afterEachDisconnectEveryPostIsInTheLogOnce(String type) throws Exception {
    read("#afa");
    awaitState(State.STREAMING);
    x.faults().inject(Fault.DISCONNECT, type).await(5, SECONDS);
    for (int i = 0; i < 5; i++) x.send("post " + i + " #afa").await(5, SECONDS);
    awaitEachOnce();
  }

  @Test
  void aSilentConnectionIsNoticed() throws Exception {
    read("#afa");
    awaitState(State.STREAMING);
    x.faults().inject(Fault.STALL, Duration.ofMinutes(1)).await(5, SECONDS);
    await().untilAsserted(() -> assertThat(reports)
        .anyMatch(r -> r.state() == State.DEGRADED && r.remark().contains("not a byte")));
    x.send("still there #afa").await(5, SECONDS);
    awaitEachOnce();
  }

  @Test
  void aTokenThatIsRevokedIsToldInWordsAndTriedAgainRarely() throws Exception {
    read("#afa");
    awaitState(State.STREAMING);
    x.faults().inject(Fault.REVOKED, Duration.ofMillis(500)).await(5, SECONDS);
    x.faults().inject(Fault.DROP).await(5, SECONDS);
    await().untilAsserted(() -> assertThat(reports)
        .anyMatch(r -> r.state() == State.OFF && r.remark().contains("X_BEARER_TOKEN")));
    x.send("meanwhile #afa").await(5, SECONDS);
    awaitEachOnce();
  }

  @Test
  void theCursorStaysBeforeAGapThatIsNotFilled() throws Exception {
    x.faults().inject(Fault.SEARCH_UNAVAILABLE, Duration.ofMinutes(1)).await(5, SECONDS);
    read("#afa");
    awaitState(State.CATCHING_UP);
    for (int i = 0; i < 5; i++) x.send("post " + i + " #afa").await(5, SECONDS);
    await().until(() -> logged().size() == 5);
    assertThat(cursor()).isNull();
    x.faults().calm().await(5, SECONDS);
    awaitState(State.STREAMING);
    x.send("one more #afa").await(5, SECONDS);
    await().until(() -> cursor() != null);
    assertThat(Instant.parse(cursor())).isBefore(Instant.now());
  }

  @Test
  void aStoreThatIsAwayStopsReadingAndNothingIsLost() throws Exception {
    read("#afa");
    awaitState(State.STREAMING);
    log.setAway(true);
    for (int i = 0; i < 120; i++) x.send("post " + i + " #afa").await(5, SECONDS);
    await().untilAsserted(() -> assertThat(reports)
        .anyMatch(r -> r.remark() != null && r.remark().contains("the store takes no posts")));
    log.setAway(false);
    awaitEachOnce();
    awaitState(State.STREAMING);
  }

  @Test
  void theDaysBudgetEndsReading() throws Exception {
    XConfig config = config("#afa");
    vertx
        .deployVerticle(new XStreamVerticle(
            EVENT,
            new XConfig(
                config.api(), config.token(), config.rules(), 10, config.fields(), tuning())))
        .await(5, SECONDS);
    awaitState(State.STREAMING);
    for (int i = 0; i < 15; i++) x.send("post " + i + " #afa").await(5, SECONDS);
    await().untilAsserted(() -> assertThat(reports)
        .anyMatch(r -> r.state() == State.OFF && r.remark().contains("postsPerDay")));
    assertThat(logged()).hasSizeLessThan(15);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whateverGoesWrongInWhateverOrderEveryPostIsInTheLogOnce(long seed) throws Exception {
    read("#afa");
    Random random = new Random(seed);
    Fault[] faults = Fault.values();
    for (int i = 0; i < 150; i++) {
      x.send(draft(i, random)).await(5, SECONDS);
      if (random.nextInt(6) == 0) {
        Duration length = Duration.ofMillis(random.nextInt(500));
        x.faults().inject(faults[random.nextInt(faults.length)], length).await(5, SECONDS);
      }
      vertx
          .timer(1 + random.nextInt(20), java.util.concurrent.TimeUnit.MILLISECONDS)
          .await(5, SECONDS);
    }
    x.faults().calm().await(5, SECONDS);
    awaitEachOnce();
  }

  private Draft draft(int i, Random random) {
    String text = "post " + i + " 👩‍👩‍👧‍👦 #afa";
    List<Ledger.Entry> sent = x.ledger().entries();
    boolean repost = !sent.isEmpty() && random.nextInt(5) == 0;
    return repost ? Draft.repost("fan", sent.get(0).id()) : Draft.post("stranger", text);
  }

  private String read(String... rules) throws Exception {
    return vertx.deployVerticle(new XStreamVerticle(EVENT, config(rules))).await(5, SECONDS);
  }

  private XConfig config(String... rules) {
    return XConfig.of(URI.create(x.url()), "rehearsal", List.of(rules)).with(tuning());
  }

  private static XTuning tuning() {
    BackoffRules fast = BackoffRules.STREAM.dividedBy(200);
    BackoffRules backoff = new BackoffRules(
        fast.linearStep(),
        fast.linearMost(),
        fast.serverFirst(),
        fast.serverMost(),
        fast.limitFirst(),
        fast.limitMost(),
        Duration.ofMillis(600),
        fast.healthyAfter());
    return new XTuning(
        Duration.ofMillis(750),
        Duration.ofSeconds(3),
        AS_USUAL.plusMillis(100),
        Duration.ofMillis(200),
        Duration.ofHours(1),
        50,
        Duration.ofSeconds(2),
        backoff,
        new Appender.Config(50, BackoffRules.HOUSE.dividedBy(10)));
  }

  private void awaitState(State state) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> assertThat(reports).last().extracting(SourceReported::state).isEqualTo(state));
  }

  /** Everything that X has sent out, each exactly once, in whatever order. */
  private void awaitEachOnce() {
    await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> assertThat(logged())
        .extracting(Post::id)
        .containsExactlyInAnyOrderElementsOf(x.ledger().entries().stream()
            .filter(Ledger.Entry::reachable)
            .map(Ledger.Entry::id)
            .toList()));
  }

  private List<Post> logged() {
    return log.read(new ReadLog(EVENT, 0, 10_000)).result().entries().stream()
        .map(LogEntry::update)
        .map(update -> update.post())
        .toList();
  }

  private String cursor() {
    return log.cursor(EVENT, XStreamVerticle.SOURCE).result().cursor();
  }
}
