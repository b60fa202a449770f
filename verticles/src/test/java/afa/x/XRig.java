package afa.x;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import afa.bus.RecordCodec;
import afa.feed.Coverage;
import afa.feed.CoverageInterval.Kind;
import afa.feed.EventInfo;
import afa.feed.LogEntry;
import afa.feed.Post;
import afa.feed.Update;
import afa.message.Addresses;
import afa.message.BusMessage;
import afa.message.ReadLog;
import afa.message.SourceCursor;
import afa.message.SourceReported;
import afa.message.SourceReported.State;
import afa.rehearsal.Draft;
import afa.rehearsal.Fault;
import afa.rehearsal.FaultOrder;
import afa.rehearsal.Ledger;
import afa.rehearsal.x.XOptions;
import afa.rehearsal.x.XSimulator;
import afa.source.Appender;
import afa.source.BackoffRules;
import afa.store.StoreVerticle;
import afa.testkit.InMemoryLog;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** The X source between a rehearsed X and a store in memory; waits two hundred times shorter. */
final class XRig {
  static final String EVENT = "aea2010";

  private static final LocalDateTime DAY = LocalDateTime.parse("2026-05-24T08:00");
  private static final EventInfo INFO =
      new EventInfo(EVENT, EVENT, "UTC", DAY, DAY.plusDays(1), null);

  /** Keep-alives, delay of search. */
  static final Duration AS_USUAL = Duration.ofMillis(150);

  final InMemoryLog log = new InMemoryLog();
  final List<SourceReported> reports = new CopyOnWriteArrayList<>();
  final Vertx vertx;
  final XSimulator x;

  private XRig(Vertx vertx, XSimulator x) {
    this.vertx = vertx;
    this.x = x;
  }

  /** Reposts by search, which X has not: else what is cut off on the way could not come again. */
  static XOptions kind() {
    return new XOptions().keepAlive(AS_USUAL).searchDelay(AS_USUAL).searchReposts(true);
  }

  static XRig start(Vertx vertx, XOptions options) throws Exception {
    RecordCodec.registerAll(vertx.eventBus(), BusMessage.class);
    XRig rig = new XRig(vertx, XSimulator.start(vertx, options).await(30, SECONDS));
    rig.log.register(INFO).await(30, SECONDS);
    vertx.deployVerticle(new StoreVerticle(List.of(), rig.log)).await(30, SECONDS);
    Addresses.SOURCES.subscribe(vertx.eventBus(), rig.reports::add).await(30, SECONDS);
    return rig;
  }

  /** Deploys the source; the answer undeploys it. */
  String read(String... rules) throws Exception {
    return read(config(rules));
  }

  String read(XConfig config) throws Exception {
    return vertx.deployVerticle(new XStreamVerticle(EVENT, config)).await(30, SECONDS);
  }

  void stop(String deployment) throws Exception {
    vertx.undeploy(deployment).await(30, SECONDS);
  }

  XConfig config(String... rules) {
    return XConfig.of(URI.create(x.url()), "rehearsal", List.of(rules)).with(tuning());
  }

  static XTuning tuning() {
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
        new XTuning.Checks(
            Duration.ofMillis(300), Duration.ofMillis(300), 500, Duration.ofSeconds(30)),
        backoff,
        new Appender.Config(50, BackoffRules.HOUSE.dividedBy(10)));
  }

  /** The usual times, with other checks than usual. */
  static XTuning checking(int sweepMs, int lookupMs, int quietMs) {
    return tuning()
        .checking(new XTuning.Checks(
            Duration.ofMillis(sweepMs),
            Duration.ofMillis(lookupMs),
            lookupMs > 10_000 ? 0 : 500,
            Duration.ofMillis(quietMs)));
  }

  // ---- what X does

  String send(String text) throws Exception {
    return x.send(text).await(30, SECONDS);
  }

  String send(Draft draft) throws Exception {
    return x.send(draft).await(30, SECONDS);
  }

  void fault(Fault fault, Duration length) throws Exception {
    x.faults().inject(fault, length).await(30, SECONDS);
  }

  void fault(Fault fault, String detail) throws Exception {
    x.faults().inject(fault, detail).await(30, SECONDS);
  }

  void fault(Fault fault) throws Exception {
    x.faults().inject(new FaultOrder(fault, Duration.ZERO, null)).await(30, SECONDS);
  }

  void calm() throws Exception {
    x.faults().calm().await(30, SECONDS);
  }

  /** Lets time pass; not to wait for anything, but to let things take place in a row. */
  void pass(long millis) throws Exception {
    vertx.timer(Math.max(1, millis), TimeUnit.MILLISECONDS).await(30, SECONDS);
  }

  int billed() {
    try {
      return x.billed().await(30, SECONDS);
    } catch (Exception failure) {
      throw new AssertionError(failure);
    }
  }

  /** The log loses its memory, and all hear of its new life. */
  void forget() throws Exception {
    log.forget();
    log.register(INFO).await(30, SECONDS);
  }

  // ---- what became of it

  void awaitState(State state) {
    await()
        .untilAsserted(
            () -> assertThat(reports).last().extracting(SourceReported::state).isEqualTo(state));
  }

  /** Everything that X has sent out, each exactly once, in whatever order. */
  void awaitEachOnce() {
    await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> assertThat(ids())
        .containsExactlyInAnyOrderElementsOf(sent()));
  }

  /** What the log must hold: whatever can be had, by the id of its first version. */
  List<String> sent() {
    return x.ledger().entries().stream()
        .filter(Ledger.Entry::reachable)
        .map(Ledger.Entry::firstId)
        .distinct()
        .toList();
  }

  List<Update> updates() {
    return log.read(new ReadLog(EVENT, 0, 10_000)).result().entries().stream()
        .map(LogEntry::update)
        .toList();
  }

  /** Posts as the log has them now. */
  List<Post> logged() {
    return updates().stream()
        .filter(update -> update.type() == Update.Type.POST)
        .map(Update::post)
        .toList();
  }

  List<String> ids() {
    return logged().stream().map(Post::id).toList();
  }

  List<String> texts() {
    return logged().stream().map(Post::text).toList();
  }

  String cursor() {
    return stored(XStreamVerticle.SOURCE).cursor();
  }

  Coverage coverage() {
    Coverage coverage = stored(XStreamVerticle.SOURCE).coverage();
    return coverage == null ? Coverage.NONE : coverage;
  }

  SourceCursor stored(String source) {
    Future<SourceCursor> stored = log.cursor(EVENT, source);
    return stored.result();
  }

  /** What is claimed of a time is nothing but these kinds. */
  boolean isClaimed(Instant from, Instant to, Kind... kinds) {
    return coverage().within(from, to).intervals().stream()
        .allMatch(part -> List.of(kinds).contains(part.kind()));
  }
}
