package afa.flickr;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import afa.bus.RecordCodec;
import afa.feed.Coverage;
import afa.feed.CoverageInterval;
import afa.feed.CoverageInterval.Kind;
import afa.feed.LogEntry;
import afa.feed.Post;
import afa.feed.Update;
import afa.message.Addresses;
import afa.message.BusMessage;
import afa.message.ReadLog;
import afa.message.SourceReported;
import afa.message.SourceReported.State;
import afa.rehearsal.Draft;
import afa.rehearsal.Fault;
import afa.rehearsal.Ledger;
import afa.rehearsal.RehearsedEvent;
import afa.rehearsal.SimulatorServer;
import afa.rehearsal.flickr.FlickrOptions;
import afa.rehearsal.flickr.FlickrSimulator;
import afa.source.BackoffRules;
import afa.store.StoreVerticle;
import afa.testkit.InMemoryLog;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The Flickr source against a rehearsed Flickr, over real sockets; all waits much shorter. */
@ExtendWith(VertxExtension.class)
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FlickrPollIT {
  private static final String EVENT = "aea2010";
  private static final String KEY = "rehearsal";
  private static final Duration EVERY = Duration.ofMillis(100);
  private static final Duration SETTLE = Duration.ofMillis(600);
  private static final FlickrOptions OPTIONS = FlickrOptions.REHEARSAL
      .delayedBy(Duration.ofMillis(200), Duration.ofMillis(400))
      .limitedTo(1_000_000);

  private final InMemoryLog log = new InMemoryLog();
  private final List<SourceReported> reports = new CopyOnWriteArrayList<>();
  private Vertx vertx;
  private SimulatorServer<FlickrSimulator> flickr;

  @BeforeEach
  void start(Vertx vertx) throws Exception {
    this.vertx = vertx;
    RecordCodec.registerAll(vertx.eventBus(), BusMessage.class);
    vertx.deployVerticle(new StoreVerticle(List.of(), log)).await(30, SECONDS);
    Addresses.SOURCES.subscribe(vertx.eventBus(), reports::add).await(30, SECONDS);
    simulate(1);
  }

  private void simulate(long seed) throws Exception {
    flickr = SimulatorServer.start(vertx, seed, setting -> new FlickrSimulator(setting, OPTIONS))
        .await(30, SECONDS);
  }

  @AfterEach
  void stop() throws Exception {
    flickr.close().await(30, SECONDS);
  }

  // ---- with a key

  @Test
  void aPhotoIsInTheLogWithItsPicturesAndLinks() throws Exception {
    read(KEY);
    String id = send("The stage at nine, seen from the balcony #inkwherry #stage");
    await().until(() -> logged().containsKey(id));
    Post post = logged().get(id);
    assertThat(post.url())
        .isEqualTo("https://www.flickr.com/photos/" + nsid(post) + "/" + id + "/");
    assertThat(post.text())
        .isEqualTo("The stage at nine, seen from the balcony\n\n#inkwherry #stage");
    assertThat(post.media()).singleElement().satisfies(media -> {
      assertThat(media.url()).startsWith(flickr.url() + "/flickr/img/");
      assertThat(media.thumbnail()).endsWith("_z.jpg");
      assertThat(media.width()).isPositive();
    });
    assertThat(reports).last().satisfies(report -> {
      assertThat(report.state()).isEqualTo(State.POLLING);
      assertThat(report.remark()).isNull();
    });
  }

  @Test
  void whatWasThereBeforeTheFirstLookComesInOrderAndIsClaimed() throws Exception {
    Instant begin = Instant.now().minusSeconds(1_800);
    remember(600, begin, 2_900);
    read(KEY);
    awaitEachOnce();
    assertThat(List.copyOf(logged().values()))
        .isSortedAccordingTo(java.util.Comparator.comparing(Post::postedAt));
    await().untilAsserted(() -> assertThat(covered(begin.plusSeconds(5))).isTrue());
  }

  @Test
  void moreThanFlickrGivesOfOneQuestionIsFoundBySplittingTime() throws Exception {
    remember(6_000, Instant.now().minusSeconds(3_000), 400);
    read(KEY);
    awaitEachOnce();
    assertThat(reports).noneMatch(report -> report.state() == State.DEGRADED);
  }

  @Test
  void moreThanCanBeFetchedAtOnceIsAdmitted() throws Exception {
    Instant begin = Instant.now().minusSeconds(3_000);
    remember(6_000, begin, 400);
    deploy(config(KEY).with(tuning(1_000_000, 15)));
    await().untilAsserted(() -> assertThat(reports)
        .anyMatch(report -> report.remark() != null && report.remark().contains("at once")));
    await().until(() -> covered(begin.plusSeconds(2_000)));
    assertThat(covered(begin.plusSeconds(600))).isFalse();
    assertThat(logged().size()).isBetween(3_000, 4_000);
  }

  @Test
  void photosThatAreDeletedOrHiddenLaterAreTakenAway() throws Exception {
    read(KEY);
    String kept = send("kept");
    String deleted = send("to be deleted");
    String hidden = send("to be hidden");
    awaitEachOnce();
    does(simulator -> {
      simulator.delete(deleted);
      simulator.hide(hidden);
      return null;
    });
    await().until(() -> logged().keySet().equals(Set.of(kept)));
  }

  @Test
  void aPhotoThatIsEditedIsRevised() throws Exception {
    read(KEY);
    String id = send("frist");
    await().until(() -> logged().containsKey(id));
    afterASecond(id);
    does(simulator -> simulator.edit(id, "first"));
    await().until(() -> logged().get(id).text().startsWith("first"));
  }

  @Test
  void aGroupsPoolIsReadToo() throws Exception {
    String id = send("for the group");
    send("not for the group");
    does(simulator -> {
      simulator.addToPool("1234567@N20", id);
      return null;
    });
    FlickrQuery pool = new FlickrQuery(List.of(), false, "", List.of("1234567@N20"), Set.of());
    deploy(config(KEY).with(pool));
    await().until(() -> logged().keySet().equals(Set.of(id)));
  }

  @Test
  void aKeyThatIsNotAcceptedStopsTheSourceAndIsTold() throws Exception {
    read("wrong");
    awaitState(State.OFF);
    assertThat(reports).last().satisfies(report -> assertThat(report.remark())
        .contains(FlickrConfig.KEY)
        .doesNotContain("wrong"));
  }

  @Test
  void aQuotaThatIsUsedUpIsWaitedFor() throws Exception {
    deploy(config(KEY).with(tuning(12)));
    await().untilAsserted(() -> assertThat(reports)
        .anyMatch(report -> report.remark() != null && report.remark().contains("12 requests")));
    long asked = does(simulator -> simulator.state().getLong("requests so far"));
    assertThat(asked).isLessThanOrEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {
        "DROP",
        "STALL",
        "SLOW",
        "GARBAGE",
        "DUPLICATE",
        "UNAVAILABLE",
        "UNAVAILABLE_HTML",
        "RATE_LIMITED",
        "REVOKED",
        "OUTAGE",
        "SEARCH_UNAVAILABLE"
      })
  void afterEachFaultEveryPhotoIsInTheLogOnce(Fault fault) throws Exception {
    read(KEY);
    awaitState(State.POLLING);
    for (int i = 0; i < 12; i++) {
      send("photo " + i);
      if (i == 4) inject(fault, Duration.ofMillis(700));
    }
    awaitEachOnce();
    send("and on");
    awaitEachOnce();
    awaitState(State.POLLING);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void whateverGoesWrongAndWhoeverReadsTheLogHasWhatFlickrHas(long seed) throws Exception {
    flickr.close().await(30, SECONDS);
    simulate(seed);
    Random random = new Random(seed);
    List<Fault> faults = List.copyOf(does(FlickrSimulator::known));
    String reader = read(KEY);
    for (int i = 0; i < 120; i++) {
      send("photo " + i + " 👩‍👩‍👧‍👦");
      if (random.nextInt(8) == 0)
        inject(faults.get(random.nextInt(faults.size())), upTo(1_500, random));
      if (random.nextInt(6) == 0) disturb(random);
      if (i == 40 || i == 80) {
        vertx.undeploy(reader).await(30, SECONDS);
        wait(upTo(1_500, random));
        reader = read(KEY);
      }
      wait(upTo(120, random));
    }
    does(simulator -> simulator.calm());
    awaitEachOnce();
    await().until(this::allTextsAreThose);
    assertCoverageIsHonest();
  }

  // ---- without a key

  @Test
  void withoutAKeyTheFeedIsReadAndSaysWhatItCannotSee() throws Exception {
    read("");
    awaitState(State.POLLING);
    for (int i = 0; i < 15; i++) send("It's photo " + i);
    awaitEachOnce();
    assertThat(reports).last().satisfies(report -> assertThat(report.remark())
        .contains(FlickrConfig.KEY));
    assertThat(logged().values()).allSatisfy(post -> {
      assertThat(post.text()).startsWith("It's photo");
      assertThat(post.media().get(0).thumbnail()).endsWith("_z.jpg");
    });
  }

  @Test
  void whatRushesPastTheFeedIsAdmitted() throws Exception {
    read("");
    awaitState(State.POLLING);
    send("before the rush");
    awaitEachOnce();
    await().until(() -> covered(Instant.now().minus(SETTLE.multipliedBy(2))));
    inject(Fault.OUTAGE, Duration.ofMillis(1_200));
    for (int i = 0; i < 60; i++) send("rush " + i);
    await().untilAsserted(() -> assertThat(coverage().intervals())
        .anyMatch(interval -> interval.kind() == Kind.UNKNOWN));
    assertThat(logged().size()).isLessThan(61);
    Instant rush = Instant.now();
    await().until(() -> covered(rush));
  }

  // ---- helpers

  private String read(String key) throws Exception {
    return deploy(config(key));
  }

  private String deploy(FlickrConfig config) throws Exception {
    return vertx.deployVerticle(new FlickrPollVerticle(EVENT, config)).await(30, SECONDS);
  }

  private FlickrConfig config(String key) {
    return FlickrConfig.of(URI.create(flickr.url()), key, List.of(RehearsedEvent.HASHTAG))
        .with(tuning(1_000_000));
  }

  private static FlickrTuning tuning(int perHour) {
    return tuning(perHour, 200);
  }

  private static FlickrTuning tuning(int perHour, int mostPages) {
    Duration step = Duration.ofMillis(20);
    Duration most = Duration.ofMillis(300);
    return new FlickrTuning(
        EVERY,
        SETTLE,
        Duration.ofSeconds(5),
        Duration.ofHours(1),
        Duration.ofSeconds(1),
        250,
        mostPages,
        200,
        Duration.ofMillis(500),
        perHour,
        Duration.ofMillis(1_500),
        new BackoffRules(step, most, step, most, step, most, most, Duration.ZERO));
  }

  private <T> T does(Function<FlickrSimulator, T> action) throws Exception {
    return flickr.on(action).await(30, SECONDS);
  }

  private String send(String text) throws Exception {
    return does(simulator -> simulator.send(Draft.post("stranger", text)));
  }

  private void remember(int photos, Instant begin, long millisBetween) throws Exception {
    does(simulator -> {
      for (int i = 0; i < photos; i++) {
        simulator.remember(Draft.post("stranger", "old " + i), begin.plusMillis(millisBetween * i));
      }
      return null;
    });
  }

  private void inject(Fault fault, Duration length) throws Exception {
    does(simulator -> simulator.inject(fault, length));
  }

  private void wait(Duration time) throws Exception {
    vertx.timer(Math.max(1, time.toMillis()), MILLISECONDS).await(30, SECONDS);
  }

  private static Duration upTo(int millis, Random random) {
    return Duration.ofMillis(1 + random.nextInt(millis));
  }

  /** Somebody deletes, hides or edits a photo; edits only what is older than Flickr's second. */
  private void disturb(Random random) throws Exception {
    List<Ledger.Entry> there =
        ledger().entries().stream().filter(Ledger.Entry::reachable).toList();
    Ledger.Entry any = there.get(random.nextInt(there.size()));
    boolean old = any.postedAt().isBefore(Instant.now().minusSeconds(2)) && !any.edited();
    int what = random.nextInt(3);
    does(simulator -> {
      if (what == 0) simulator.delete(any.id());
      else if (what == 1) simulator.hide(any.id());
      else if (old) simulator.edit(any.id(), "edited " + any.id());
      return null;
    });
  }

  private void afterASecond(String id) {
    Instant posted = ledger().entry(id).postedAt();
    await().until(() -> Instant.now().isAfter(posted.plusSeconds(2)));
  }

  private Ledger ledger() {
    return flickr.simulator().ledger();
  }

  /** What the log shows, by id, in its order. */
  private Map<String, Post> logged() {
    Map<String, Post> logged = new LinkedHashMap<>();
    for (LogEntry entry : log.read(new ReadLog(EVENT, 0, 20_000)).result().entries()) {
      Update update = entry.update();
      if (update.type() != Update.Type.POST) continue;
      assertThat(logged.put(update.post().id(), update.post())).as("twice").isNull();
    }
    return logged;
  }

  private void awaitEachOnce() {
    await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
            logged().keySet())
        .containsExactlyInAnyOrderElementsOf(ledger().entries().stream()
            .filter(Ledger.Entry::reachable)
            .map(Ledger.Entry::id)
            .toList()));
  }

  private boolean allTextsAreThose() {
    Map<String, Post> logged = logged();
    return ledger().entries().stream()
        .filter(Ledger.Entry::reachable)
        .filter(Ledger.Entry::edited)
        .allMatch(entry -> logged.get(entry.id()).text().startsWith("edited " + entry.id()));
  }

  private Coverage coverage() {
    return log.coverage(EVENT).result().getOrDefault(FlickrPollVerticle.SOURCE, Coverage.NONE);
  }

  private boolean covered(Instant moment) {
    return coverage().intervals().stream()
        .anyMatch(interval -> interval.kind() != Kind.UNKNOWN
            && interval.from().isBefore(moment)
            && interval.to().isAfter(moment));
  }

  /**
   * Nothing was lost, so nothing may be called lost; and what Flickr could not be asked about at
   * the time is not called complete as it happened, but for the last moments of it, which the next
   * look still found in time.
   */
  private void assertCoverageIsHonest() {
    Instant now = Instant.now();
    await().until(() -> covered(now));
    assertThat(coverage().intervals()).noneMatch(interval -> interval.kind() == Kind.UNKNOWN);
    Duration inTime = SETTLE.plus(EVERY.multipliedBy(4));
    for (Ledger.Outage outage : ledger().outages()) {
      Instant end = outage.to().minus(inTime);
      Coverage during = coverage().within(outage.from(), end);
      assertThat(during.intervals())
          .as("%s", outage)
          .extracting(CoverageInterval::kind)
          .doesNotContain(Kind.COMPLETE);
    }
  }

  private void awaitState(State state) {
    await()
        .untilAsserted(
            () -> assertThat(reports).last().extracting(SourceReported::state).isEqualTo(state));
  }

  private static String nsid(Post post) {
    return post.author().url().replaceAll(".*/people/(.*)/", "$1");
  }
}
