package afa.source;

import static afa.testkit.Posts.post;
import static afa.testkit.Posts.posts;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import afa.feed.CoverageInterval;
import afa.feed.CoverageInterval.Kind;
import afa.message.SourceReported;
import afa.message.SourceReported.State;
import afa.source.SourceHouse.Running;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A reader that asks, against a network that answers when the test says what. */
@ExtendWith(VertxExtension.class)
class PollReaderTest {
  /** A question that waits for its answer. */
  private record Asked(@Nullable String cursor, Instant now, Promise<Harvest> answer) {}

  private final BlockingQueue<Asked> questions = new LinkedBlockingQueue<>();
  private SourceHouse house;

  @BeforeEach
  void build(Vertx vertx) throws Exception {
    house = new SourceHouse(vertx);
  }

  @Test
  void eachLookBeginsWhereTheLastOneEnded() throws Exception {
    start(Duration.ofMillis(20));
    answer(Harvest.of(posts(1, 2), "c2"));
    Asked second = question();
    assertThat(second.cursor()).isEqualTo("c2");
    second.answer().complete(Harvest.of(posts(2, 3), "c3"));
    assertThat(question().cursor()).isEqualTo("c3");
    assertThat(house.logged()).containsExactly("p1", "p2", "p3");
    assertThat(house.state()).isEqualTo(State.POLLING);
  }

  @Test
  void theNextRunGoesOnFromTheStoredCursor() throws Exception {
    Running first = start(Duration.ofMillis(20));
    answer(Harvest.of(posts(1, 2), "c2"));
    question();
    house.stop(first);
    questions.clear();
    start(Duration.ofMillis(20));
    assertThat(question().cursor()).isEqualTo("c2");
  }

  @Test
  void looksInTimeMakeOneCompleteInterval() throws Exception {
    Running running = start(Duration.ofMillis(400));
    for (int look = 0; look < 4; look++) answer(Harvest.of(List.of(), "c"));
    Asked last = question();
    assertThat(house.kinds(running)).isEqualTo("C");
    assertThat(end(running)).isBefore(last.now().plusMillis(1));
  }

  @Test
  void anOutageIsFilledLaterAndSaysWhy() throws Exception {
    Running running = start(Duration.ofMillis(400));
    answer(Harvest.of(List.of(post(1)), "c1"));
    answer(Harvest.of(List.of(), "c1"));
    Asked failing = question();
    Instant until = failing.now().plusMillis(1_300); // three intervals
    while (Instant.now().isBefore(until)) {
      failing
          .answer()
          .fail(new SourceFailure(SourceProblem.of(Backoff.Cause.SERVER, "no answer (503)")));
      failing = question();
    }
    await().until(() -> house.state() == State.DEGRADED);
    failing.answer().complete(Harvest.of(posts(2, 4), "c4"));
    question();
    assertThat(house.coverage(running).intervals())
        .filteredOn(interval -> interval.kind() == Kind.BACKFILLED)
        .singleElement()
        .satisfies(gap -> {
          assertThat(gap.posts()).isEqualTo(3);
          assertThat(gap.reason()).isEqualTo("no answer (503)");
        });
    assertThat(house.coverage(running).intervals())
        .noneMatch(interval -> interval.kind() == Kind.UNKNOWN);
  }

  @Test
  void whatANetworkDoesNotReachBackToStaysUnknown() throws Exception {
    Running running = start(Duration.ofMillis(40));
    answer(Harvest.of(List.of(post(1)), "c1"));
    Asked second = question();
    Instant reached = second.now().minusMillis(10);
    second
        .answer()
        .complete(new Harvest(
            posts(2, 9), List.of(), "c9", List.of("only the newest were had"), reached));
    question();
    CoverageInterval unknown = house.coverage(running).intervals().stream()
        .filter(interval -> interval.kind() == Kind.UNKNOWN)
        .findFirst()
        .orElseThrow();
    assertThat(unknown.reason()).isEqualTo("only the newest were had");
    assertThat(unknown.to()).isEqualTo(reached.truncatedTo(java.time.temporal.ChronoUnit.MILLIS));
  }

  @Test
  void whatCannotBeFoundYetIsNotClaimed() throws Exception {
    Duration settle = Duration.ofSeconds(5);
    PollReader.Rhythm rhythm =
        new PollReader.Rhythm(Duration.ofMillis(20), settle, SourceHouse.SHORT);
    Running running = house.start(context -> new PollReader(context, this::ask, rhythm));
    for (int look = 0; look < 3; look++) answer(Harvest.of(List.of(), "c"));
    Asked last = question();
    assertThat(end(running)).isBefore(last.now().minus(settle));
  }

  @Test
  void nothingIsClaimedBeforeItIsStored() throws Exception {
    house.log.setAway(true);
    Running running = start(Duration.ofMillis(20));
    assertThat(questions.poll(200, java.util.concurrent.TimeUnit.MILLISECONDS)).isNull();
    house.log.setAway(false);
    Asked first = question();
    house.log.setAway(true);
    first.answer().complete(Harvest.of(posts(1, 1), "c1"));
    assertThat(house.coverage(running).intervals()).isEmpty();
    house.log.setAway(false);
    question();
    assertThat(house.logged()).containsExactly("p1");
  }

  @Test
  void aLookThatNeverEndsIsTroubleAndFollowedByAnother() throws Exception {
    startImpatient(Duration.ofMillis(500));
    Asked unanswered = question();
    Asked second = question();
    second.answer().complete(Harvest.of(posts(1, 1), "c1"));
    await().until(() -> house.state() == State.POLLING);
    assertThat(house.reports)
        .anyMatch(report -> report.state() == State.DEGRADED
            && String.valueOf(report.remark()).startsWith("no answer within"));
    unanswered.answer().complete(Harvest.of(posts(9, 9), "c9"));
    assertThat(question().cursor()).isEqualTo("c1");
    assertThat(house.logged()).containsExactly("p1");
  }

  @Test
  void theHouseIsToldHowSeldomItClaims() throws Exception {
    start(Duration.ofMinutes(10));
    answer(Harvest.of(List.of(), "c"));
    await().until(() -> house.state() == State.POLLING);
    assertThat(lastReport().patienceSeconds()).isEqualTo(25 * 60);
  }

  @Test
  void aPersonIsAskedForWhereOnlyAPersonCanHelp() throws Exception {
    start(Duration.ofMillis(20));
    question()
        .answer()
        .fail(new SourceFailure(SourceProblem.of(Backoff.Cause.REFUSED, "the key is not valid")));
    await().until(() -> house.state() == State.OFF);
    assertThat(lastReport().remark()).startsWith("the key is not valid");
  }

  private Running start(Duration every) throws Exception {
    return house.start(context -> new PollReader(context, this::ask, SourceHouse.every(every)));
  }

  private Future<Harvest> ask(@Nullable String cursor, Instant now) {
    Asked asked = new Asked(cursor, now, Promise.promise());
    questions.add(asked);
    return asked.answer().future();
  }

  private void startImpatient(Duration longestLook) throws Exception {
    PollReader.Rhythm rhythm =
        new PollReader.Rhythm(Duration.ofMillis(20), Duration.ZERO, SourceHouse.SHORT, longestLook);
    house.start(context -> new PollReader(context, this::ask, rhythm));
  }

  private SourceReported lastReport() {
    return house.reports.get(house.reports.size() - 1);
  }

  private void answer(Harvest harvest) throws Exception {
    question().answer().complete(harvest);
  }

  private Asked question() throws Exception {
    Asked asked = questions.poll(30, SECONDS);
    assertThat(asked).isNotNull();
    return asked;
  }

  private Instant end(Running running) throws Exception {
    return house.coverage(running).end().orElseThrow();
  }
}
