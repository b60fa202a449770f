package afa.source;

import static afa.testkit.Posts.posts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import afa.feed.CoverageInterval;
import afa.feed.CoverageInterval.Kind;
import afa.feed.Post;
import afa.message.SourceReported.State;
import afa.source.SourceHouse.Running;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A reader that follows, on a network that does what the test says. */
@ExtendWith(VertxExtension.class)
class StreamReaderTest {
  private final FakeNetwork network = new FakeNetwork();
  private SourceHouse house;

  @BeforeEach
  void build(Vertx vertx) throws Exception {
    house = new SourceHouse(vertx);
  }

  @Test
  void theNextRunConnectsWhereTheLastOneEnded() throws Exception {
    Running first = start(Duration.ofMinutes(1));
    FakeConnection connection = network.connection();
    network.look().answer().complete(Harvest.of(List.of(), "c0"));
    await().until(() -> house.state() == State.STREAMING);
    bring(connection, posts(1, 2), "c2");
    await().until(() -> house.logged().size() == 2);
    house.stop(first);
    start(Duration.ofMinutes(1));
    assertThat(network.connection().cursor).isEqualTo("c2");
  }

  @Test
  void whatWasMissedBetweenTwoConnectionsIsFetchedAndTold() throws Exception {
    Running running = start(Duration.ofMinutes(1));
    caughtUp(network.connection(), "c0");
    FakeConnection second = breakOff("reset by the network");
    FakeNetwork.Look look = network.look();
    assertThat(look.cursor()).isEqualTo("c0");
    assertThat(house.kinds(running)).startsWith("CU");
    look.answer().complete(Harvest.of(posts(1, 3), "c3"));
    await().until(() -> house.kinds(running).startsWith("CB"));
    sign(second);
    assertThat(house.coverage(running).intervals().get(1))
        .satisfies(gap -> assertThat(gap.posts()).isEqualTo(3))
        .satisfies(gap -> assertThat(gap.reason()).isEqualTo("reset by the network"));
    assertThat(house.kinds(running)).isEqualTo("CBC");
  }

  @Test
  void whatCannotBeFetchedYetStaysUnknownAndIsAskedForAgain() throws Exception {
    Running running = start(Duration.ofMinutes(1));
    caughtUp(network.connection(), "c0");
    breakOff("cut");
    SourceProblem away = SourceProblem.of(Backoff.Cause.SERVER, "search is away");
    network.look().answer().fail(new SourceFailure(away));
    FakeNetwork.Look again = network.look();
    assertThat(house.kinds(running)).startsWith("CU");
    assertThat(house.reports).last().satisfies(report -> {
      assertThat(report.state()).isEqualTo(State.CATCHING_UP);
      assertThat(report.remark()).contains("search is away");
    });
    again.answer().complete(Harvest.of(List.of(), "c1"));
    await().until(() -> house.kinds(running).startsWith("CB"));
  }

  @Test
  void aCatchUpThatThrowsIsADefectThatEndsNothing() throws Exception {
    network.defect = true;
    start(Duration.ofMinutes(1));
    FakeConnection connection = network.connection();
    await().until(() -> house.reports.stream()
        .anyMatch(report -> String.valueOf(report.remark()).endsWith("IllegalStateException")));
    network.defect = false;
    caughtUp(connection, "c0");
  }

  @Test
  void aCatchUpThatNeverEndsIsAskedAgain() throws Exception {
    impatient(Duration.ofMinutes(5), Duration.ofMillis(500));
    FakeConnection connection = network.connection();
    FakeNetwork.Look unanswered = network.look();
    FakeNetwork.Look again = network.look();
    again.answer().complete(Harvest.of(posts(1, 2), "c2"));
    await().until(() -> house.state() == State.STREAMING);
    unanswered.answer().complete(Harvest.of(posts(8, 9), "c9"));
    sign(connection);
    assertThat(house.logged()).containsExactly("p1", "p2");
  }

  @Test
  void aConnectionThatComesTooLateIsClosedAndAnotherIsMade() throws Exception {
    Promise<Void> slow = Promise.promise();
    network.opening = slow.future();
    impatient(Duration.ofMillis(50), Duration.ofHours(1));
    await().until(() -> house.state() == State.DEGRADED);
    FakeConnection late = network.last();
    network.opening = Future.succeededFuture();
    FakeConnection second = network.connection();
    slow.complete();
    await().until(() -> late.ended().isComplete());
    caughtUp(second, "c0");
    assertThat(second.ended().isComplete()).isFalse();
  }

  @Test
  void aCursorOfTheStreamIsNotStoredWhileAGapIsOpen() throws Exception {
    Running running = start(Duration.ofMinutes(1));
    caughtUp(network.connection(), "c0");
    FakeConnection second = breakOff("cut");
    network.look();
    bring(second, posts(7, 7), "c7");
    await().until(() -> house.logged().size() == 1);
    house.stop(running);
    Running next = start(Duration.ofMinutes(1));
    assertThat(network.connection().cursor).isEqualTo("c0");
    network.look().answer().complete(Harvest.of(posts(5, 7), "c7"));
    await().until(() -> house.logged().size() == 3);
    await().untilAsserted(() -> assertThat(house.kinds(next)).doesNotContain("U"));
  }

  @Test
  void duringAReplayNothingIsClaimedUntilThePresentIsReached() throws Exception {
    network.replays = true;
    Running running = start(Duration.ofMinutes(1));
    FakeConnection first = network.connection();
    house.on(() -> {
      first.listener().caughtUp(null);
      return null;
    });
    await().until(() -> house.state() == State.STREAMING);
    sign(first);
    FakeConnection second = breakOff("cut");
    bring(second, posts(1, 2), "c2");
    sign(second);
    await().until(() -> house.logged().size() == 2);
    assertThat(house.kinds(running)).endsWith("U");
    house.on(() -> {
      second.listener().caughtUp(null);
      return null;
    });
    await().until(() -> house.kinds(running).endsWith("B"));
    assertThat(house.coverage(running).intervals())
        .filteredOn(interval -> interval.kind() == Kind.BACKFILLED)
        .extracting(CoverageInterval::posts)
        .contains(2L);
  }

  @Test
  void aSilentConnectionIsMadeAnewAndWhatItDidNotBringIsFetched() throws Exception {
    Running running = start(Duration.ofMillis(60));
    lively();
    FakeConnection second = network.connection(); // made anew by itself
    assertThat(second.cursor).isEqualTo("c40");
    network.look().answer().complete(Harvest.of(posts(41, 45), "c45"));
    await().until(() -> house.logged().size() == 45);
    await().untilAsserted(() -> assertThat(house.coverage(running).intervals())
        .anySatisfy(interval -> {
          assertThat(interval.kind()).isEqualTo(Kind.BACKFILLED);
          assertThat(interval.reason()).isEqualTo("connected, but nothing came");
        }));
    assertThat(house.reports).anyMatch(report -> report.state() == State.DEGRADED);
  }

  @Test
  void aSilenceThatWasRealStaysComplete() throws Exception {
    Running running = start(Duration.ofMillis(60));
    lively();
    network.connection();
    network.look().answer().complete(Harvest.of(List.of(), "c40"));
    await().until(() -> house.state() == State.STREAMING);
    assertThat(house.coverage(running).intervals())
        .noneMatch(interval -> "connected, but nothing came".equals(interval.reason()));
  }

  /** Two posts every ten milliseconds for a while, then none. */
  private void lively() throws Exception {
    FakeConnection first = network.connection();
    caughtUp(first, "c0");
    for (int i = 1; i <= 40; i += 2) {
      bring(first, posts(i, i + 1), "c" + (i + 1));
      sign(first);
      first.pause();
    }
  }

  private Running start(Duration quiet) throws Exception {
    StreamTuning tuning = new StreamTuning(Duration.ofMillis(5), quiet, SourceHouse.SHORT);
    return house.start(context -> new StreamReader(context, network, tuning));
  }

  private void impatient(Duration connect, Duration look) throws Exception {
    StreamTuning tuning = new StreamTuning(
        Duration.ofMillis(5), Duration.ofMinutes(1), SourceHouse.SHORT, connect, look);
    house.start(context -> new StreamReader(context, network, tuning));
  }

  private void caughtUp(FakeConnection connection, String cursor) throws Exception {
    network.look().answer().complete(Harvest.of(List.of(), cursor));
    await().until(() -> house.state() == State.STREAMING);
    connection.pause();
    sign(connection);
  }

  /** Ends the connection of now and gives the next one. */
  private FakeConnection breakOff(String reason) throws Exception {
    network.last().end(reason);
    return network.connection();
  }

  private void bring(FakeConnection connection, List<Post> posts, String cursor) throws Exception {
    house.on(() -> {
      connection.listener().bring(posts, List.of(), cursor);
      return null;
    });
  }

  private void sign(FakeConnection connection) throws Exception {
    house.on(() -> {
      connection.listener().sign();
      return null;
    });
  }
}
