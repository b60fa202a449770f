package afa.x;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import afa.feed.CoverageInterval.Kind;
import afa.message.SourceReported.State;
import afa.rehearsal.Draft;
import afa.rehearsal.Fault;
import afa.rehearsal.Ledger;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the X source claims to have, against what the rehearsed X knows. */
@ExtendWith(VertxExtension.class)
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class XCoverageIT {
  /** Bytes that were under way when a connection ended, and clocks that tell milliseconds. */
  private static final Duration EDGE = Duration.ofMillis(100);

  private XRig rig;

  @BeforeEach
  void start(Vertx vertx) throws Exception {
    rig = XRig.start(vertx, XRig.kind());
  }

  @Test
  void timeThatWasStreamedIsComplete() throws Exception {
    rig.read("#afa -is:retweet");
    rig.awaitState(State.STREAMING);
    Instant from = Instant.now();
    rig.pass(500);
    Instant to = Instant.now();
    rig.pass(300);
    rig.send("hello #afa"); // claims travel with posts, or every five seconds
    await().untilAsserted(() -> assertThat(rig.coverage().within(from, to).intervals())
        .singleElement()
        .satisfies(part -> {
          assertThat(part.kind()).isEqualTo(Kind.COMPLETE);
          assertThat(part.from()).isEqualTo(from);
          assertThat(part.to()).isEqualTo(to);
        }));
  }

  @Test
  void anOutageIsBackfilledWithItsReasonAndItsPosts() throws Exception {
    rig.read("#afa -is:retweet");
    rig.awaitState(State.STREAMING);
    rig.fault(Fault.OUTAGE, Duration.ofMillis(600));
    rig.send("meanwhile #afa");
    rig.awaitEachOnce();
    rig.awaitState(State.STREAMING);
    rig.send("after #afa");
    Ledger.Outage outage = rig.x.ledger().outages().get(0);
    await().untilAsserted(() -> assertThat(within(outage))
        .allSatisfy(part -> {
          assertThat(part.kind()).isEqualTo(Kind.BACKFILLED);
          assertThat(part.reason()).isNotBlank();
        })
        .isNotEmpty());
    assertThat(rig.coverage().intervals()).anyMatch(part -> part.posts() == 1);
  }

  @Test
  void aGapStaysUnknownWhereRepostsWereAskedFor() throws Exception {
    rig.read("#afa");
    rig.awaitState(State.STREAMING);
    rig.fault(Fault.OUTAGE, Duration.ofMillis(600));
    rig.send("meanwhile #afa");
    rig.awaitEachOnce();
    rig.awaitState(State.STREAMING);
    Ledger.Outage outage = rig.x.ledger().outages().get(0);
    await().untilAsserted(() -> assertThat(within(outage)).isNotEmpty().allSatisfy(part -> {
      assertThat(part.kind()).isEqualTo(Kind.UNKNOWN);
      assertThat(part.reason()).contains("reposts");
    }));
  }

  @Test
  void theTimeBetweenTwoRunsIsAGapUntilItIsSearched() throws Exception {
    String first = rig.read("#afa -is:retweet");
    rig.awaitState(State.STREAMING);
    rig.send("one #afa");
    await().until(() -> rig.logged().size() == 1);
    rig.stop(first);
    Instant from = Instant.now();
    rig.send("meanwhile #afa");
    rig.pass(300);
    Instant to = Instant.now();
    rig.fault(Fault.SEARCH_UNAVAILABLE, Duration.ofMinutes(1));
    rig.read("#afa -is:retweet");
    rig.awaitState(State.CATCHING_UP);
    rig.send("two #afa");
    await().until(() -> rig.coverage().within(from, to).intervals().size() == 1);
    assertThat(rig.isClaimed(from, to, Kind.UNKNOWN)).isTrue();
    rig.calm();
    rig.awaitState(State.STREAMING);
    await().until(() -> rig.isClaimed(from, to, Kind.BACKFILLED));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void noOutageIsCalledCompleteWhateverHappens(long seed) throws Exception {
    Random random = new Random(seed);
    String running = rig.read("#afa -is:retweet");
    rig.awaitState(State.STREAMING);
    Fault[] faults =
        EnumSet.complementOf(EnumSet.of(Fault.SILENCE, Fault.MOVED)).toArray(Fault[]::new);
    for (int i = 0; i < 300; i++) {
      rig.send(Draft.post("stranger", "post " + i + " #afa"));
      if (random.nextInt(30) == 0) {
        Duration length = Duration.ofMillis(300 + random.nextInt(400));
        rig.fault(faults[random.nextInt(faults.length)], length);
      }
      if (random.nextInt(100) == 0) {
        rig.stop(running);
        running = rig.read("#afa -is:retweet");
      }
      rig.pass(1 + random.nextInt(30));
    }
    rig.calm();
    rig.awaitEachOnce();
    rig.awaitState(State.STREAMING);
    rig.pass(5_500); // until the last claim is stored
    assertHonest(rig.x.ledger().outages());
  }

  private void assertHonest(List<Ledger.Outage> outages) {
    Set<Kind> allowed = Set.of(Kind.BACKFILLED, Kind.UNKNOWN);
    assertThat(outages).isNotEmpty();
    for (Ledger.Outage outage : outages) {
      assertThat(within(outage))
          .as("%s in %s", outage, rig.coverage())
          .allMatch(part -> allowed.contains(part.kind()));
    }
    assertThat(rig.coverage().intervals()).anyMatch(part -> part.kind() == Kind.COMPLETE);
  }

  private List<afa.feed.CoverageInterval> within(Ledger.Outage outage) {
    Instant from = outage.from().plus(EDGE);
    Instant to = outage.to().minus(EDGE);
    return from.isBefore(to) ? rig.coverage().within(from, to).intervals() : List.of();
  }
}
