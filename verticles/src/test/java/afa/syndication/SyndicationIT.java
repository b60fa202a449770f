package afa.syndication;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import afa.bus.RecordCodec;
import afa.feed.CoverageInterval;
import afa.feed.CoverageInterval.Kind;
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
import afa.rehearsal.SimulatorServer;
import afa.rehearsal.syndication.SyndicationSimulator;
import afa.source.BackoffRules;
import afa.store.StoreVerticle;
import afa.testkit.InMemoryLog;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The source feeds against rehearsed blogs, over real sockets; seconds are tenths of them. */
@ExtendWith(VertxExtension.class)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SyndicationIT {
  private static final String EVENT = "aea2010";
  private static final Duration EVERY = Duration.ofMillis(80);

  private final InMemoryLog log = new InMemoryLog();
  private final List<SourceReported> reports = new CopyOnWriteArrayList<>();
  private Vertx vertx;
  private SimulatorServer<SyndicationSimulator> blogs;

  @BeforeEach
  void start(Vertx vertx) throws Exception {
    this.vertx = vertx;
    RecordCodec.registerAll(vertx.eventBus(), BusMessage.class);
    vertx.deployVerticle(new StoreVerticle(List.of(), log)).await(30, SECONDS);
    Addresses.SOURCES.subscribe(vertx.eventBus(), reports::add).await(30, SECONDS);
    blogs = SimulatorServer.start(vertx, 1, SyndicationSimulator::new).await(30, SECONDS);
  }

  @Test
  void articlesOfAllFormatsAreInTheLog() throws Exception {
    List<String> ids = new ArrayList<>();
    for (String author : List.of("inkwherry", "sketchbea", "queuetip", "captionjo", "iw_av")) {
      ids.add(send(author, "Ropes & <knots> 🪢 of " + author));
    }
    read();
    await().untilAsserted(() -> assertThat(logged().keySet())
        .containsExactlyInAnyOrderElementsOf(ids));
    assertThat(logged().values()).allSatisfy(post -> {
      assertThat(post.text()).contains("Ropes & <knots> 🪢").contains("\n\n");
      assertThat(post.url()).startsWith(blogs.url() + "/blogs/");
      assertThat(post.author().name()).isNotBlank();
    });
  }

  @Test
  void anEditRevisesAndWhatTheFeedNoLongerShowsStays() throws Exception {
    String edited = send("inkwherry", "First words");
    String deleted = send("inkwherry", "Soon gone");
    read();
    await().until(() -> logged().size() == 2);
    blogs.on(it -> it.edit(edited, "Second words")).await(30, SECONDS);
    blogs
        .on(it -> {
          it.delete(deleted);
          return null;
        })
        .await(30, SECONDS);
    await().untilAsserted(() -> assertThat(logged().get(edited).text()).contains("Second words"));
    String later = send("inkwherry", "Third");
    await().until(() -> logged().containsKey(later));
    assertThat(logged()).containsOnlyKeys(edited, deleted, later);
  }

  @Test
  void aFeedThatDidNotChangeIsNotSentAgain() throws Exception {
    send("inkwherry", "Only one");
    read();
    await().until(() -> logged().size() == 1);
    await().until(() -> unchanged() > 10);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {
        "OUTAGE",
        "UNAVAILABLE",
        "UNAVAILABLE_HTML",
        "RATE_LIMITED",
        "REVOKED",
        "FORBIDDEN",
        "STALL",
        "DROP",
        "CUT",
        "GARBAGE",
        "OVERLONG",
        "SLOW",
        "CHANGED",
        "MOVED",
        "DUPLICATE",
        "REORDER"
      })
  void afterEachFaultEveryArticleIsInTheLogOnce(Fault fault) throws Exception {
    read();
    for (int i = 0; i < 12; i++) {
      send("inkwherry", "Article " + i);
      if (i == 4) inject(fault, Duration.ofMillis(400));
      pause(30);
    }
    awaitEachOnce();
    String last = send("inkwherry", "And on");
    await().until(() -> logged().containsKey(last));
    awaitEachOnce();
  }

  @Test
  void aRefusalIsToldInWords() throws Exception {
    inject(Fault.REVOKED, Duration.ofSeconds(1));
    read();
    await().untilAsserted(() -> assertThat(reports).anySatisfy(report -> {
      assertThat(report.state()).isEqualTo(State.OFF);
      assertThat(report.remark()).contains("/blogs/").contains("401");
    }));
    await().untilAsserted(() -> assertThat(reports)
        .last()
        .satisfies(report -> assertThat(report.state()).isEqualTo(State.POLLING)));
  }

  @Test
  void moreArticlesThanTheFeedShowsAreAGapAndToldSo() throws Exception {
    String part = part("inkwherry");
    String deployed = read();
    await().until(() -> !coverage(part).isEmpty()); // times of RSS are whole seconds
    vertx.undeploy(deployed).await(30, SECONDS);
    Instant begun = Instant.now();
    for (int i = 0; i < 25; i++) send("inkwherry", "Many " + i);
    Instant lost = blogs.simulator().ledger().entries().get(5).postedAt(); // the last not shown
    read();
    await().until(() -> logged().size() == 21);
    await().untilAsserted(() -> assertThat(coverage(part)).anySatisfy(interval -> {
      assertThat(interval.kind()).isEqualTo(Kind.UNKNOWN);
      assertThat(interval.from()).isBefore(begun.plusMillis(1));
      assertThat(interval.to()).isAfter(lost.minusMillis(1));
    }));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whateverGoesWrongEveryArticleIsInTheLogOnceAndCoverageIsHonest(long seed) throws Exception {
    String deployed = read();
    Random random = new Random(seed);
    List<Fault> faults = List.copyOf(blogs.simulator().known());
    Map<String, String> edits = new LinkedHashMap<>();
    List<String> authors = List.of("inkwherry", "sketchbea", "queuetip", "captionjo", "bethrunner");
    for (int i = 0; i < 100; i++) {
      String id =
          send(authors.get(random.nextInt(authors.size())), "Article " + i + " 👩‍👩‍👧‍👦");
      if (random.nextInt(8) == 0) edits.put(id, "Edited " + i);
      if (random.nextInt(8) == 0) {
        inject(faults.get(random.nextInt(faults.size())), Duration.ofMillis(random.nextInt(600)));
      }
      if (i == 30 || i == 60) {
        vertx.undeploy(deployed).await(30, SECONDS);
        deployed = read();
      }
      for (Map.Entry<String, String> edit : edits.entrySet()) {
        if (random.nextInt(4) == 0 && !edit.getValue().isEmpty()) {
          blogs.on(it -> it.edit(edit.getKey(), edit.getValue())).await(30, SECONDS);
        }
      }
      pause(40 + random.nextInt(60));
    }
    for (Map.Entry<String, String> edit : edits.entrySet()) {
      blogs.on(it -> it.edit(edit.getKey(), edit.getValue())).await(30, SECONDS);
    }
    blogs.on(it -> it.calm()).await(30, SECONDS);
    awaitEachOnce();
    await()
        .untilAsserted(() ->
            edits.forEach((id, text) -> assertThat(logged().get(id).text()).contains(text)));
    for (String part : parts()) awaitHonest(part);
  }

  /** Each time without an answer longer than a look is late must be filled or unknown. */
  private void awaitHonest(String part) {
    await().untilAsserted(() -> {
      List<CoverageInterval> told = coverage(part);
      for (Ledger.Outage outage : blogs.simulator().ledger().outages()) {
        if (Duration.between(outage.from(), outage.to()).compareTo(EVERY.multipliedBy(4)) < 0) {
          continue;
        }
        assertThat(told)
            .noneMatch(interval -> interval.kind() == Kind.COMPLETE
                && interval.from().isBefore(outage.from().plusMillis(1))
                && interval.to().isAfter(outage.to().minusMillis(1)));
      }
    });
  }

  private static ConditionFactory await() {
    return Awaitility.await().atMost(Duration.ofSeconds(40));
  }

  private String read() throws Exception {
    return vertx.deployVerticle(new SyndicationPollVerticle(EVENT, config())).await(30, SECONDS);
  }

  private SyndicationConfig config() {
    List<URI> urls = SyndicationSimulator.FEEDS.stream()
        .map(path -> URI.create(blogs.url() + path))
        .toList();
    Duration wait = Duration.ofMillis(60);
    BackoffRules backoff =
        new BackoffRules(wait, wait, wait, wait, wait, wait, wait, Duration.ZERO);
    return SyndicationConfig.of(urls, EVERY)
        .with(new SyndicationTuning(Duration.ZERO, Duration.ofMillis(700), 10 << 20, backoff));
  }

  private List<String> parts() {
    return List.copyOf(config().parts().keySet());
  }

  private String part(String author) throws Exception {
    String id = send(author, "whose blog");
    String slug = id.split(":", -1)[2];
    return parts().stream().filter(part -> part.contains(slug)).findFirst().orElseThrow();
  }

  private List<CoverageInterval> coverage(String part) throws Exception {
    CoverageRead read =
        Addresses.COVERAGE.call(vertx.eventBus(), new ReadCoverage(EVENT)).await(30, SECONDS);
    return read.sources().containsKey(part) ? read.sources().get(part).intervals() : List.of();
  }

  private String send(String author, String text) throws Exception {
    return blogs.on(it -> it.send(Draft.post(author, text))).await(30, SECONDS);
  }

  private void inject(Fault fault, Duration length) throws Exception {
    blogs.on(it -> it.inject(new FaultOrder(fault, length, null))).await(30, SECONDS);
  }

  private long unchanged() throws Exception {
    return blogs.on(it -> it.state().getLong("of them answered with 304")).await(30, SECONDS);
  }

  private void pause(long millis) throws Exception {
    vertx.timer(millis, MILLISECONDS).await(30, SECONDS);
  }

  private void awaitEachOnce() {
    await().untilAsserted(() -> assertThat(posts())
        .extracting(Post::id)
        .containsExactlyInAnyOrderElementsOf(
            blogs.simulator().ledger().entries().stream().map(Ledger.Entry::id).toList()));
  }

  /** What came as new, in order. */
  private List<Post> posts() {
    return updates().stream()
        .filter(update -> update.type() == Update.Type.POST)
        .map(Update::post)
        .toList();
  }

  /** What readers see: revisions in place. */
  private Map<String, Post> logged() {
    Map<String, Post> posts = new LinkedHashMap<>();
    updates().forEach(update -> {
      if (update.post() != null) posts.put(update.post().id(), update.post());
    });
    return posts;
  }

  private List<Update> updates() {
    return log.read(new ReadLog(EVENT, 0, 10_000)).result().entries().stream()
        .map(LogEntry::update)
        .toList();
  }
}
