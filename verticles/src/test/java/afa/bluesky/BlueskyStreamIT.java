package afa.bluesky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import afa.feed.CoverageInterval;
import afa.feed.CoverageInterval.Kind;
import afa.feed.Post;
import afa.message.SourceReported;
import afa.message.SourceReported.State;
import afa.rehearsal.Draft;
import afa.rehearsal.Fault;
import afa.rehearsal.Ledger;
import afa.rehearsal.Photo;
import afa.rehearsal.bluesky.BlueskySimulator;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** The Bluesky source against a rehearsed Bluesky, over real sockets. */
@ExtendWith(VertxExtension.class)
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BlueskyStreamIT {
  /** So late a slow machine may read what was sent. */
  private static final Duration LATE = Duration.ofSeconds(1);

  private BlueskyHouse house;

  @BeforeEach
  void start(Vertx vertx) throws Exception {
    house = new BlueskyHouse(vertx, 7);
  }

  // ---- when all is well

  @Test
  void aPostIsInTheLogSoonAfterItWasSentWithItsAuthorsName() throws Exception {
    house.read();
    house.awaitState(State.STREAMING);
    Photo photo = new Photo(Photo.Scene.STAGE, "the stage", 5);
    String id = house.send(
        Draft.post("bethrunner", "hello #Inkwherry 🎉 & <b>é").withPhotos(List.of(photo)));
    await().until(() -> house.shown().containsKey(id));
    Post post = house.shown().get(id);
    assertThat(post.text()).isEqualTo("hello #Inkwherry 🎉 & <b>é");
    assertThat(post.author().name()).startsWith("Beth Ranscombe");
    assertThat(post.links()).singleElement().satisfies(link -> assertThat(
            post.text().substring(link.start(), link.end()))
        .isEqualTo("#Inkwherry"));
    assertThat(post.media()).singleElement().satisfies(media -> assertThat(media.url())
        .contains("/bluesky/img/feed_fullsize/plain/did:plc:"));
  }

  @Test
  void whatWasPostedBeforeTheFirstStartIsReplayed() throws Exception {
    for (int i = 0; i < 60; i++) house.send(Draft.post("author" + i, "early " + i));
    house.read();
    house.awaitEachOnce();
    assertThat(house.shown().values()).extracting(Post::text).startsWith("early 0 #inkwherry");
    assertThat(house.requests()).isLessThan(12); // for sixty names
  }

  @Test
  void theNewFormatIsUnderstood() throws Exception {
    BlueskyConfig v1 = house.config();
    URI base = URI.create(v1.api());
    JetstreamUrl v2 = JetstreamUrl.read(base.toString(), JetstreamUrl.Format.V2).orElseThrow();
    house.read(new BlueskyConfig(
        List.of(v2), v1.api(), v1.cdn(), v1.tags(), List.of(), true, true, true, v1.tuning()));
    house.awaitState(State.STREAMING);
    String kept = house.send("one");
    String gone = house.send("two");
    await().until(() -> house.shown().size() == 2);
    house.on(bluesky -> bluesky.delete(gone));
    await().until(() -> house.shown().keySet().equals(Set.of(kept)));
    house.on(bluesky -> bluesky.inject(Fault.DISCONNECT));
    house.send("three");
    house.awaitEachOnce();
  }

  @Test
  void editsReplaceAndDeletionsTakeAway() throws Exception {
    house.read();
    house.awaitState(State.STREAMING);
    String edited = house.send("frist");
    String deleted = house.send("oops");
    String untagged = house.send("soon about something else");
    await().until(() -> house.shown().size() == 3);
    house.on(bluesky -> bluesky.edit(edited, "first"));
    house.on(bluesky -> bluesky.delete(deleted));
    house.on(bluesky -> bluesky.untag(untagged));
    await().untilAsserted(() -> assertThat(house.shown().values())
        .extracting(Post::text)
        .containsExactly("first #inkwherry"));
  }

  @Test
  void anAccountThatGoesTakesItsPostsAlong() throws Exception {
    String first = house.read();
    house.awaitState(State.STREAMING);
    String kept = house.send(Draft.post("stays", "one"));
    house.send(Draft.post("leaves", "two"));
    await().until(() -> house.shown().size() == 2);
    house.stop(first);
    house.read();
    house.awaitState(State.STREAMING);
    house.send(Draft.post("leaves", "three"));
    await().until(() -> house.shown().size() == 3);
    house.on(bluesky -> bluesky.deactivate("leaves"));
    await().untilAsserted(() -> assertThat(house.shown().keySet()).containsExactly(kept));
  }

  @Test
  void whoWantsToBeSeenByMembersAloneIsNotShown() throws Exception {
    house.on(bluesky -> bluesky.label("shy", "!no-unauthenticated"));
    house.read();
    house.awaitState(State.STREAMING);
    house.send(Draft.post("shy", "for members"));
    String shown = house.send(Draft.post("bold", "for all"));
    await().until(() -> house.shown().containsKey(shown));
    assertThat(house.shown()).hasSize(1);
  }

  @Test
  void whatIsQuotedStandsInItsFrame() throws Exception {
    house.read();
    house.awaitState(State.STREAMING);
    String quoted = house.send(Draft.post("bethrunner", "the thing said"));
    String quote = house.send(Draft.quote("stranger", "so true", quoted));
    await().until(() -> house.shown().containsKey(quote));
    Post post = house.shown().get(quote);
    assertThat(post.quoteOf()).isEqualTo(quoted);
    assertThat(post.original().text()).startsWith("the thing said");
    assertThat(post.original().author().name()).startsWith("Beth");
  }

  @Test
  void whatModeratorsTookDownIsFoundMissing() throws Exception {
    house.read(house.config().with(BlueskyHouse.tuning(Duration.ofMillis(200))));
    house.awaitState(State.STREAMING);
    String kept = house.send("fine");
    String taken = house.send("not fine");
    await().until(() -> house.shown().size() == 2);
    house.on(bluesky -> bluesky.takeDown(taken));
    await().untilAsserted(() -> assertThat(house.shown().keySet()).containsExactly(kept));
  }

  @Test
  void aRequestThatFailsTakesNothingAway() throws Exception {
    house.read(house.config().with(BlueskyHouse.tuning(Duration.ofMillis(50))));
    house.awaitState(State.STREAMING);
    house.send("fine");
    await().until(() -> house.shown().size() == 1);
    int before = house.requests();
    house.on(bluesky -> bluesky.inject(Fault.SEARCH_UNAVAILABLE, Duration.ofMinutes(1)));
    await().until(() -> house.requests() > before + 5);
    assertThat(house.shown()).hasSize(1);
  }

  @Test
  void withoutNamesPostsWaitAndThenComeCovered() throws Exception {
    house.on(bluesky -> bluesky.inject(Fault.SEARCH_UNAVAILABLE, Duration.ofMinutes(1)));
    house.read();
    house.awaitState(State.STREAMING);
    house.send("nameless");
    await().until(() -> house.shown().size() == 1);
    assertThat(house.shown().values()).allSatisfy(post -> {
      assertThat(post.author().name()).startsWith("did:plc:");
      assertThat(post.warning()).isEqualTo("The author's settings could not be read");
    });
    assertThat(house.reports)
        .extracting(SourceReported::remark)
        .anyMatch(remark -> remark != null && remark.startsWith("Bluesky does not tell who"));
  }

  @Test
  void oncePeopleAreNamedAgainWhatWaitedComesAsItIs() throws Exception {
    house.on(bluesky -> bluesky.inject(Fault.SEARCH_UNAVAILABLE, Duration.ofMinutes(1)));
    Duration minute = Duration.ofMinutes(1);
    house.read(house.config().with(BlueskyHouse.tuning(Duration.ofMinutes(5), minute)));
    house.awaitState(State.STREAMING);
    house.send("nameless");
    house.awaitState(State.DEGRADED);
    house.on(BlueskySimulator::calm);
    house.awaitState(State.STREAMING);
    await().until(() -> house.shown().size() == 1);
    assertThat(house.shown().values())
        .allSatisfy(post -> assertThat(post.warning()).isNull());
  }

  // ---- whatever goes wrong

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      mode = Mode.INCLUDE,
      names = {
        "DROP",
        "CUT",
        "STALL",
        "SLOW",
        "GARBAGE",
        "OVERLONG",
        "DUPLICATE",
        "REORDER",
        "DISCONNECT",
        "UNAVAILABLE",
        "UNAVAILABLE_HTML",
        "OUTAGE",
        "RATE_LIMITED"
      })
  void afterEachFaultEveryPostIsInTheLogOnce(Fault fault) throws Exception {
    house.read();
    house.awaitState(State.STREAMING);
    for (int i = 0; i < 30; i++) {
      house.send("👩‍👩‍👧‍👦 post " + i + " é");
      if (i == 10) house.on(bluesky -> bluesky.inject(fault, Duration.ofMillis(500)));
    }
    house.awaitEachOnce();
    house.awaitState(State.STREAMING);
    house.on(bluesky -> bluesky.calm());
    house.send("and on");
    house.awaitEachOnce();
  }

  @Test
  void aDeadConnectionIsNoticed() throws Exception {
    house.read();
    house.awaitState(State.STREAMING);
    house.on(bluesky -> bluesky.inject(Fault.STALL, Duration.ofMinutes(1)));
    await().untilAsserted(() -> assertThat(house.reports)
        .anyMatch(r -> r.state() == State.DEGRADED && r.remark().contains("not an event")));
    house.send("still there");
    house.awaitEachOnce();
  }

  @Test
  void aHostThatIsAwayIsLeftForTheNext() throws Exception {
    BlueskyConfig good = house.config();
    JetstreamUrl away =
        JetstreamUrl.read("ws://127.0.0.1:9/nobody", JetstreamUrl.Format.V1).orElseThrow();
    house.read(new BlueskyConfig(
        List.of(away, good.jetstreams().get(0)),
        good.api(),
        good.cdn(),
        good.tags(),
        List.of(),
        true,
        true,
        true,
        good.tuning()));
    house.awaitState(State.STREAMING);
    house.send("over here");
    house.awaitEachOnce();
  }

  @Test
  void theCursorMovesWithTheEventsOfOthers() throws Exception {
    house.read();
    house.awaitState(State.STREAMING);
    await().until(() -> house.cursor() != null);
    String before = house.cursor();
    await().until(() -> !house.cursor().equals(before));
  }

  @Test
  void whatTheNetworkHasForgottenIsCalledMissing() throws Exception {
    String first = house.read();
    house.awaitState(State.STREAMING);
    house.send("before");
    await().until(() -> house.shown().size() == 1);
    await().until(() -> house.coverage().end().isPresent());
    house.stop(first);
    Instant stopped = Instant.now();
    house.send("meanwhile");
    house.waitFor(7_000); // longer than anything may be quiet
    house.on(bluesky -> bluesky.window(Duration.ofMillis(500)));
    house.read();
    house.awaitState(State.STREAMING);
    String after = house.send("after");
    await().until(() -> house.shown().containsKey(after));
    await().untilAsserted(() -> assertThat(
            house.coverage().within(stopped, stopped.plusSeconds(5)).intervals())
        .isNotEmpty()
        .allSatisfy(part -> assertThat(part.kind()).isEqualTo(Kind.UNKNOWN)));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whateverGoesWrongTheLogIsWhatWasSent(long seed) throws Exception {
    Random random = new Random(seed);
    List<Fault> faults = new ArrayList<>();
    house.on(bluesky -> faults.addAll(bluesky.known()));
    Set<String> edited = new HashSet<>();
    String running = house.read();
    for (int i = 0; i < 300; i++) {
      List<Ledger.Entry> there =
          house.ledger().entries().stream().filter(entry -> !entry.deleted()).toList();
      String some =
          there.isEmpty() ? null : there.get(random.nextInt(there.size())).id();
      int what = random.nextInt(20);
      if (some != null && what == 0) house.on(bluesky -> bluesky.delete(some));
      else if (some != null && what == 1) {
        house.on(bluesky -> bluesky.edit(some, "edited"));
        edited.add(some);
      } else house.send(Draft.post("author" + random.nextInt(40), "post " + i + " 👩‍👩‍👧‍👦"));
      if (random.nextInt(8) == 0) {
        Fault fault = faults.get(random.nextInt(faults.size()));
        Duration length = Duration.ofMillis(1 + random.nextInt(500));
        house.on(bluesky -> bluesky.inject(fault, length));
      }
      if (i == 100 || i == 200) {
        house.stop(running);
        house.waitFor(200);
        running = house.read();
      }
      house.waitFor(1 + random.nextInt(40));
    }
    house.on(bluesky -> bluesky.calm());
    house.on(bluesky -> bluesky.inject(Fault.OUTAGE, LATE.multipliedBy(3)));
    house.waitFor(LATE.multipliedBy(3).toMillis() + 100);
    house.on(bluesky -> bluesky.calm());
    house.awaitEachOnce();
    house.awaitState(State.STREAMING);
    await().untilAsserted(() -> assertThat(house.shown().values())
        .filteredOn(post -> edited.contains(post.id()))
        .allSatisfy(post -> assertThat(post.text()).startsWith("edited")));
    house.stop(running);
    assertNoOutageIsCalledComplete();
  }

  /** At their ends, as what was sent before one may be read, and so claimed, in its midst. */
  private void assertNoOutageIsCalledComplete() throws Exception {
    Instant begun = house.coverage().intervals().get(0).from();
    List<Ledger.Outage> outages = house.ledger().outages().stream()
        .filter(outage -> !outage.from().isBefore(begun))
        .filter(outage -> Duration.between(outage.from(), outage.to()).compareTo(LATE) > 0)
        .toList();
    assertThat(outages).isNotEmpty();
    for (Ledger.Outage outage : outages) {
      Instant end = outage.to().minusMillis(1); // coverage is kept in whole milliseconds
      List<CoverageInterval> parts =
          house.coverage().within(end.minusMillis(1), end).intervals();
      assertThat(parts)
          .as("%s in %s", outage, house.coverage().intervals())
          .allSatisfy(part -> assertThat(part.kind()).isNotEqualTo(Kind.COMPLETE));
    }
  }
}
