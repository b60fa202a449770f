package afa.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What plain sockets may try, and that others notice nothing of it. */
@Timeout(180)
final class HostileConnectionsIT extends FrontRig {
  private static final int MOST = 50;
  private double slow;
  private double idle;
  private double bad;
  private double refused;

  @BeforeEach
  void listen() throws Exception {
    listen(new FrontConfig(PATIENCE, MOST, 100));
    slow = counters.slow.count();
    idle = counters.idle.count();
    bad = counters.bad.count();
    refused = counters.refused.count();
    await().until(() -> watched() == 0); // the port's own first visitor left
  }

  @Test
  void whoSaysNothingIsClosed() throws Exception {
    try (RawConnection silent = connect()) {
      assertThat(silent.readToEnd()).isEmpty();
    }
    assertThat(counters.slow.count() - slow).isEqualTo(1);
    await().until(() -> watched() == 0 && counters.open.get() == 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /health/live HTTP/1.1\r\nX-More: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0"
      })
  void whoDribblesTheHeadOfARequestIsClosed(String head) throws Exception {
    try (RawConnection slowloris = connect()) {
      slowloris.dribble(head);
    }
    assertThat(counters.slow.count() - slow).isEqualTo(1);
  }

  @Test
  void whoDribblesABodyIsToldAndClosed() throws Exception {
    try (RawConnection slowPost = connect()) {
      slowPost.send("POST " + FEED + "updates HTTP/1.1\r\nHost: localhost\r\n"
          + "Content-Length: 100000\r\n\r\n");
      assertThat(slowPost.dribble("x")).startsWith("HTTP/1.1 408 ").contains("took too long");
    }
    assertThat(counters.slow.count() - slow).isEqualTo(1);
  }

  @Test
  void aConnectionThatServedAndAsksNothingMoreIsClosedWithoutBlame() throws Exception {
    try (RawConnection kept = connect()) {
      assertThat(kept.get("/health/live").readToEnd()).startsWith("HTTP/1.1 200 ");
    }
    assertThat(counters.idle.count() - idle).isEqualTo(1);
    assertThat(counters.slow.count() - slow).isZero();
  }

  @Test
  void whoWaitsForAnswersIsLeftAloneHoweverLong() throws Exception {
    try (RawConnection stream = connect();
        RawConnection poll = connect()) {
      stream.get(FEED + "stream").readUntil("open\n", 1);
      poll.get(FEED + "updates");
      for (int several = 0; several < 3; several++) whoSaysNothingIsGone();
      onLoop(() -> streams.remove().response().write("more\n"));
      answerAll();
      stream.readUntil("more\n", 1);
      poll.readUntil("answered", 1);
    }
  }

  private void whoSaysNothingIsGone() throws Exception {
    try (RawConnection silent = connect()) {
      silent.readToEnd();
    }
  }

  @Test
  void whoDoesNotTakeTheAnswerIsClosedAtLast() throws Exception {
    try (RawConnection taker = connect()) {
      taker.get(FEED + "head");
      await().until(() -> counters.slow.count() - slow == 1);
      await().until(() -> watched() == 0);
      assertThat(taker.readToEnd().length()).isLessThan(32 << 20);
    }
  }

  @Test
  void aStreamWhoseReaderTakesNothingIsGivenUp() throws Exception {
    try (RawConnection stuck = connect()) {
      stuck.get(FEED + "stream").readUntil("open\n", 1);
      onLoop(() -> streams.element().response().write(Buffer.buffer(new byte[32 << 20])));
      await().until(() -> counters.open.get() == 0);
    }
  }

  @Test
  void whatIsTooLongOrNoHttpIsRefusedAndClosed() throws Exception {
    assertThat(answer("GET /" + "a".repeat(10_000) + " HTTP/1.1\r\n\r\n")).contains(" 414 ");
    assertThat(answer("GET / HTTP/1.1\r\n" + "X-A: aaaaaaaaaaaaa\r\n".repeat(1_000) + "\r\n"))
        .contains(" 431 ");
    assertThat(answer("GET / HTTP/1.1\r\nA: " + "a".repeat(10_000) + "\r\n\r\n"))
        .contains(" 431 ");
    assertThat(answer("\1\2\3\4 nonsense\r\n\r\n")).contains(" 400 ");
    assertThat(counters.bad.count() - bad).isEqualTo(4);
  }

  private String answer(String request) throws Exception {
    try (RawConnection connection = connect()) {
      return connection.send(request).readToEnd();
    }
  }

  @Test
  void requestsBehindAnUnansweredOneAreNotTakenIn() throws Exception {
    int many = 2_000;
    try (RawConnection pipeline = connect()) {
      String request = "GET " + FEED + "updates HTTP/1.1\r\nHost: a\r\n\r\n";
      pipeline.send(request.repeat(many));
      await().until(() -> onLoop(waiting::size) == 1);
      assertThat(answer("GET /health/live HTTP/1.0\r\n\r\n")).contains(" 200 ");
      assertThat(onLoop(waiting::size)).isEqualTo(1);
      answerAll();
      pipeline.readUntil("answered", many);
    }
  }

  @Test
  void moreThanThereIsRoomForAreTurnedAwayUntilSomebodyLeaves() throws Exception {
    List<RawConnection> inside = new ArrayList<>();
    for (int i = 0; i < MOST; i++) inside.add(connect().get(FEED + "updates"));
    await().until(() -> onLoop(waiting::size) == MOST);
    for (int i = 0; i < 10; i++) assertThat(answer("")).isEmpty();
    assertThat(counters.refused.count() - refused).isEqualTo(10);
    inside.remove(0).close();
    await().until(() -> counters.open.get() < MOST);
    assertThat(answer("GET /health/live HTTP/1.0\r\n\r\n")).contains(" 200 ");
    answerAll();
    for (RawConnection one : inside) {
      one.readUntil("answered", 1);
      one.close();
    }
  }

  @Test
  void tenThousandThatConnectAndVanishLeaveNothingBehind() throws Exception {
    double before = counters.accepted.count() + counters.refused.count();
    for (int i = 0; i < 10_000; i++) vanish(i);
    await().until(() -> counters.accepted.count() + counters.refused.count() - before == 10_000);
    await().until(() -> counters.open.get() == 0 && watched() == 0);
    assertThat(answer("GET /health/live HTTP/1.0\r\n\r\n")).contains(" 200 ");
  }

  private void vanish(int i) throws Exception {
    RawConnection passing = connect();
    if (i % 3 == 0) passing.get(FEED + "stream");
    if (i % 3 == 1) passing.send("GET /hea");
    if (i % 2 == 0) passing.reset();
    else passing.close();
  }

  @Test
  void aConnectionThatIsTakenOverIsWatchedNoMore() throws Exception {
    try (RawConnection stream = connect()) {
      stream.get(FEED + "stream").readUntil("open\n", 1);
      onLoop(() -> {
        HttpServerRequest request = streams.element();
        doors.watch().orElseThrow().forget(Visits.channel(request.connection()));
        return request.response().end("over\n");
      });
      assertThat(watched()).isZero();
      whoSaysNothingIsGone();
      whoSaysNothingIsGone();
      stream.readUntil("over\n", 1);
      stream.get("/health/live").readUntil("UP", 1); // nobody closed it
      assertThat(counters.open.get()).isEqualTo(1);
    }
    await().until(() -> counters.open.get() == 0);
  }
}
