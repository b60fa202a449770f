package afa.x;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import afa.feed.CoverageInterval.Kind;
import afa.message.SourceReported;
import afa.message.SourceReported.State;
import afa.message.Spending;
import afa.rehearsal.Draft;
import afa.rehearsal.Fault;
import afa.rehearsal.Ledger;
import afa.x.XLimit.WhenSpent;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What X bills, against what the event allows; the rehearsed X keeps the bill. */
@ExtendWith(VertxExtension.class)
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class XBudgetIT {
  private XRig rig;

  @BeforeEach
  void start(Vertx vertx) throws Exception {
    rig = XRig.start(vertx, XRig.kind());
  }

  @Test
  void theDaysBudgetEndsReading() throws Exception {
    rig.read(limited(100, WhenSpent.OFF));
    rig.awaitState(State.STREAMING);
    send(120);
    await().untilAsserted(() -> assertThat(rig.reports)
        .anyMatch(r -> r.state() == State.OFF && r.remark().contains("postsPerDay")));
    assertThat(rig.logged()).hasSizeBetween(30, 100);
    assertThat(rig.billed()).isBetween(30, 100);
    assertThat(spending()).satisfies(spent -> {
      assertThat(spent.perDay()).isEqualTo(100);
      assertThat(spent.read()).isBetween((long) rig.billed(), 100L);
    });
  }

  @Test
  void orTheStreamGivesWayToASearchNowAndThen() throws Exception {
    rig.read(limited(400, WhenSpent.SEARCH));
    rig.awaitState(State.STREAMING);
    send(330);
    await().untilAsserted(() -> assertThat(rig.reports)
        .anyMatch(r -> r.state() == State.POLLING
            && r.remark().contains("search every")
            && r.patienceSeconds() > 0));
    int streamed = rig.logged().size();
    String later = rig.send("found by search #afa");
    await().until(() -> rig.ids().contains(later));
    assertThat(streamed).isBetween(100, 330);
    send(150);
    rig.pass(1_000);
    assertThat(rig.billed()).isLessThanOrEqualTo(400);
  }

  @Test
  void whatWasNotReadForItsCostIsNotCalledComplete() throws Exception {
    rig.read(limited(100, WhenSpent.OFF));
    rig.awaitState(State.STREAMING);
    send(120);
    rig.awaitState(State.OFF);
    List<String> have = rig.ids();
    List<Ledger.Entry> lost = rig.x.ledger().entries().stream()
        .filter(entry -> !have.contains(entry.firstId()))
        .toList();
    assertThat(lost).isNotEmpty();
    for (Ledger.Entry entry : lost) {
      assertThat(rig.isClaimed(
              entry.postedAt(), entry.postedAt().plusMillis(1), Kind.UNKNOWN, Kind.BACKFILLED))
          .isTrue();
    }
  }

  @Test
  void sweepsAndLookupsOfTheSameDayCostNothing() throws Exception {
    rig.read(limited(1_000, WhenSpent.OFF));
    rig.awaitState(State.STREAMING);
    send(40);
    await().until(() -> rig.logged().size() == 40);
    rig.pass(1_500); // five sweeps, five lookups: what each may bring is reserved by the first ones
    long before = spending().read();
    rig.pass(1_500);
    assertThat(rig.billed()).isEqualTo(40);
    assertThat(spending().read()).isEqualTo(before);
  }

  @Test
  void aStoreThatIsAwayEndsReadingBeforeMoreIsReadThanReserved() throws Exception {
    rig.read(limited(1_000, WhenSpent.OFF));
    rig.awaitState(State.STREAMING);
    rig.log.setAway(true);
    send(150);
    assertThat(rig.billed()).isLessThan(100);
    rig.log.setAway(false);
    rig.awaitEachOnce();
  }

  @Test
  void aStoreThatLosesItsMemoryLosesNoneOfTheDay() throws Exception {
    rig.read(limited(1_000, WhenSpent.OFF));
    rig.awaitState(State.STREAMING);
    send(40);
    await().until(() -> rig.logged().size() == 40);
    rig.forget();
    await().untilAsserted(() -> assertThat(rig.logged()).hasSize(40));
    await().untilAsserted(() -> assertThat(reserved()).isGreaterThanOrEqualTo(40));
    rig.awaitState(State.STREAMING);
    assertThat(spending().read()).isGreaterThanOrEqualTo(40);
  }

  private long reserved() {
    return XReserved.parse(rig.stored(XPurse.PART).cursor()).days().values().stream()
        .mapToLong(posts -> posts)
        .max()
        .orElse(0);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void neverIsMoreSpentThanTheCapWhateverHappens(long seed) throws Exception {
    XConfig config = limited(400, seed % 2 == 0 ? WhenSpent.SEARCH : WhenSpent.OFF);
    Random random = new Random(seed);
    String running = rig.read(config);
    Fault[] faults = rig.x.faults().known().toArray(Fault[]::new);
    for (int i = 0; i < 700; i++) {
      rig.send(draft(i, random));
      if (random.nextInt(40) == 0) {
        Duration length = Duration.ofMillis(random.nextInt(300));
        rig.fault(faults[random.nextInt(faults.length)], length);
      }
      if (random.nextInt(150) == 0) running = killed(running, random, config);
      rig.pass(1 + random.nextInt(15));
      if (i % 20 == 0) assertThat(rig.billed()).isLessThanOrEqualTo(400);
    }
    rig.calm();
    rig.pass(1_000);
    assertThat(rig.billed()).isBetween(60, 400);
  }

  /** Half of them so that the last words do not reach the store, as when a process dies. */
  private String killed(String running, Random random, XConfig config) throws Exception {
    boolean hard = random.nextBoolean();
    rig.log.setAway(hard);
    rig.stop(running);
    rig.log.setAway(false);
    return rig.read(config);
  }

  private static Draft draft(int i, Random random) {
    return Draft.post("stranger" + random.nextInt(5), "post " + i + " #afa");
  }

  /** Fast for X, which sends 250 a second at most. */
  private void send(int posts) throws Exception {
    for (int i = 0; i < posts; i++) {
      rig.send("post " + i + " #afa");
      rig.pass(3);
    }
  }

  private Spending spending() {
    return rig.reports.stream()
        .map(SourceReported::spending)
        .filter(spent -> spent != null)
        .reduce((one, other) -> other)
        .orElseThrow();
  }

  private XConfig limited(int perDay, WhenSpent then) {
    return rig.config("#afa").with(new XLimit(perDay, then, Duration.ofMillis(500)));
  }
}
