package afa.delivery;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import afa.message.Addresses;
import afa.message.AppendPosts;
import afa.message.LogGrew;
import afa.message.ReadLog;
import afa.testkit.EventStreamReader;
import afa.testkit.EventStreamReader.Event;
import afa.testkit.Http;
import afa.testkit.Posts;
import io.vertx.core.json.JsonObject;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The contract of docs/protocol.md over real sockets; the log is in memory. */
final class DeliveryIT extends DeliveryRig {
  @Test
  void aStreamTellsWhatWasAndThenWhatComes() throws Exception {
    append(1, 3);
    EventStreamReader reader = stream("stream?since=1");
    assertThat(reader.response().getHeader("content-type")).isEqualTo("text/event-stream");
    assertThat(reader.response().getHeader("access-control-allow-origin")).isEqualTo("*");
    assertThat(numbers(reader.next(2))).containsExactly(2L, 3L);
    append(4, 5);
    List<Event> live = reader.next(2);
    assertThat(numbers(live)).containsExactly(4L, 5L);
    assertThat(live.get(1).id()).isEqualTo(epoch() + ".5");
  }

  @Test
  void lastEventIdWinsOverSince() throws Exception {
    append(1, 5);
    EventStreamReader reader = stream("stream?since=0", Map.of("Last-Event-ID", epoch() + ".4"));
    assertThat(numbers(reader.next(1))).containsExactly(5L);
  }

  @Test
  void minusOneMeansFromNow() throws Exception {
    append(1, 5);
    EventStreamReader reader = stream("stream?since=-1");
    append(6, 6);
    assertThat(numbers(reader.next(1))).containsExactly(6L);
    assertThat(json("updates?since=-1&wait=0").getLong("next")).isEqualTo(6);
  }

  @Test
  void aReaderThatSawNothingYetKnowsWhereItStands() throws Exception {
    append(1, 5);
    EventStreamReader reader = stream("stream?since=-1");
    await().until(() -> reader.id().equals(epoch() + ".5"));
  }

  @Test
  void aNumberOfAnotherLifeIsResetAndStartsOver() throws Exception {
    append(1, 2);
    EventStreamReader reader = stream("stream", Map.of("Last-Event-ID", "older.77"));
    Event reset = reader.next();
    assertThat(reset.name()).isEqualTo("reset");
    assertThat(reset.id()).isEqualTo(epoch() + ".0");
    assertThat(new JsonObject(reset.data()).getString("epoch")).isEqualTo(epoch());
    assertThat(numbers(reader.next(2))).containsExactly(1L, 2L);
  }

  @Test
  void aNumberBeyondTheHeadIsResetForPollsToo() throws Exception {
    append(1, 2);
    JsonObject answer = json("updates?since=99&wait=0");
    assertThat(answer.getBoolean("reset")).isTrue();
    assertThat(numbers(answer.getJsonArray("updates"))).containsExactly(1L, 2L);
    assertThat(json("updates?since=2&wait=0&epoch=other").getBoolean("reset")).isTrue();
    assertThat(json("updates?since=2&wait=0&epoch=" + epoch()).containsKey("reset"))
        .isFalse();
  }

  @Test
  void aReaderThatKnowsMoreThanWeIsBelievedIfTheLogDoes() throws Exception {
    append(1, 3);
    // Appended behind our back: no bell, and the head is announced only every second.
    log.append(new AppendPosts(EVENT, "x", Posts.posts(4, 6), null)).await(30, SECONDS);
    JsonObject answer = json("updates?since=5&wait=5");
    assertThat(answer.containsKey("reset")).isFalse();
    assertThat(numbers(answer.getJsonArray("updates"))).containsExactly(6L);
  }

  @Test
  void aPollIsAnsweredAtOnceWhenThereIsSomething() throws Exception {
    append(1, 300);
    JsonObject first = json("updates?since=0");
    assertThat(first.getJsonArray("updates")).hasSize(200);
    assertThat(first.getLong("next")).isEqualTo(200);
    assertThat(first.getLong("head")).isEqualTo(300);
    assertThat(first.getString("event")).isEqualTo(EVENT);
    JsonObject second = json("updates?limit=1000&since=" + first.getLong("next"));
    assertThat(numbers(second.getJsonArray("updates"))).hasSize(100).startsWith(201L);
  }

  @Test
  void aPollWaitsForTheNextUpdate() throws Exception {
    append(1, 1);
    CompletableFuture<JsonObject> poll = Http.later(port, FEED + "updates?since=1&wait=20");
    await().until(() -> counters.waiting.get() > 0);
    append(2, 2);
    assertThat(numbers(poll.get(30, SECONDS).getJsonArray("updates"))).containsExactly(2L);
  }

  @Test
  void aPollThatWaitedLongEnoughIsAnsweredWithNothing() throws Exception {
    append(1, 1);
    long began = System.nanoTime();
    JsonObject answer = json("updates?since=1&wait=1");
    assertThat(Duration.ofNanos(System.nanoTime() - began))
        .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    assertThat(answer.getJsonArray("updates")).isEmpty();
    assertThat(answer.getLong("next")).isEqualTo(1);
  }

  @Test
  void aPollThatABurstLeftBehindTheTailIsAnsweredFromTheLog() throws Exception {
    append(1, 900);
    CompletableFuture<JsonObject> poll =
        Http.later(port, FEED + "updates?since=900&wait=20&limit=1000");
    await().until(() -> counters.waiting.get() > 0);
    int reads = log.reads();
    appendLarge(10);
    assertThat(numbers(poll.get(30, SECONDS).getJsonArray("updates")))
        .startsWith(901L)
        .isSorted();
    assertThat(log.reads()).isGreaterThan(reads);
  }

  @Test
  void aReaderThatNeverReadsIsClosedAndOthersAreNotDisturbed() throws Exception {
    try (Socket stuck = new Socket()) {
      stuck.setReceiveBufferSize(4_096);
      stuck.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      stuck
          .getOutputStream()
          .write(("GET " + FEED + "stream?since=0 HTTP/1.1\r\nHost: a\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      await().until(() -> counters.streams.get() == 1);
      EventStreamReader reader = stream("stream?since=0");
      long last = 0;
      while (counters.streams.get() == 2) {
        append(last + 1, last + 1_000); // until the stuck one's sockets are full and it is given up
        assertThat(numbers(reader.next(1_000))).endsWith(last + 1_000);
        last += 1_000;
      }
      assertThat(counters.streams.get()).isEqualTo(1);
    }
  }

  @Test
  void fromNowMeansTheHeadOfTheLogAlsoWhileTheTailIsCold() throws Exception {
    append(1, 1_000);
    log.forget();
    log.append(new AppendPosts(EVENT, "x", Posts.posts(1, 700), null)).await(30, SECONDS);
    await().until(() -> json("head").getLong("head") == 700);
    assertThat(json("updates?since=-1&wait=0").getLong("next")).isEqualTo(700);
  }

  @Test
  void aNodeIsReadyOnceItHeardOfTheLogs() {
    assertThat(new DeliveryReadiness(1).isReady()).isFalse();
    await().until(readiness::isReady);
    log.setAway(true);
    await().until(() -> !readiness.isReady());
  }

  @Test
  void aBellThatWasLostCostsAtMostASecond() throws Exception {
    EventStreamReader reader = stream("stream?since=0");
    log.append(new AppendPosts(EVENT, "x", Posts.posts(1, 3), null)).await(30, SECONDS);
    assertThat(numbers(reader.next(3))).containsExactly(1L, 2L, 3L);
  }

  @Test
  void bellsOutOfOrderTwiceOrWithHolesChangeNothing() throws Exception {
    append(1, 1);
    EventStreamReader reader = stream("stream?since=1");
    log.append(new AppendPosts(EVENT, "x", Posts.posts(2, 6), null)).await(30, SECONDS);
    var entries = log.read(new ReadLog(EVENT, 1, 5)).result().entries();
    for (List<Integer> bell : List.of(List.of(3, 5), List.of(0, 1), List.of(3, 5), List.of(1, 4))) {
      var rung = entries.subList(bell.get(0), bell.get(1));
      long head = rung.get(rung.size() - 1).n();
      Addresses.appended(EVENT).publish(vertx.eventBus(), new LogGrew(EVENT, epoch(), head, rung));
    }
    append(7, 7);
    assertThat(numbers(reader.next(6))).containsExactly(2L, 3L, 4L, 5L, 6L, 7L);
  }

  @Test
  void whatIsOlderThanTheTailComesFromTheLog() throws Exception {
    append(1, 900);
    append(901, 2_600); // more than the memory of the tail holds
    EventStreamReader reader = stream("stream?since=0");
    assertThat(numbers(reader.next(2_600)))
        .isEqualTo(LongStream.rangeClosed(1, 2_600).boxed().toList());
    append(2_601, 2_601);
    assertThat(numbers(reader.next(1))).containsExactly(2_601L);
  }

  @Test
  void theLogBeginsANewLifeAndReadersAreTold() throws Exception {
    append(1, 3);
    EventStreamReader reader = stream("stream?since=3");
    CompletableFuture<JsonObject> poll = Http.later(port, FEED + "updates?since=3&wait=20");
    await().until(() -> counters.waiting.get() > 0);
    log.forget();
    Event reset = reader.next();
    assertThat(reset.name()).isEqualTo("reset");
    assertThat(poll.get(30, SECONDS).getBoolean("reset")).isTrue();
    append(1, 2);
    assertThat(numbers(reader.next(2))).containsExactly(1L, 2L);
  }

  @Test
  void aStreamThatHasNothingToSayStaysAwake() throws Exception {
    EventStreamReader reader = stream("stream?since=-1");
    assertThat(reader.nextComment()).isEqualTo(":");
  }

  @Test
  void whoAsksForEverythingOverAndOverHasToWait() throws Exception {
    append(1, 1_000);
    append(1_001, 2_000);
    HttpResponse<String> refused = null;
    for (int i = 0; i < 20 && refused == null; i++) {
      HttpResponse<String> answer = Http.get(port, FEED + "updates?since=0&limit=1000&wait=0");
      if (answer.statusCode() == 429) refused = answer;
    }
    assertThat(refused).isNotNull();
    assertThat(Long.parseLong(refused.headers().firstValue("retry-after").orElseThrow()))
        .isPositive();
    assertThat(refused.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(Http.get(port, FEED + "updates?since=1990&wait=0").statusCode()).isEqualTo(200);
  }

  @Test
  void whatIsNoQuestionIsRefusedWithAReason() throws Exception {
    for (String query : List.of("since=x", "wait=56", "limit=0", "since=%zz", "since=-2")) {
      HttpResponse<String> bad = Http.get(port, FEED + "updates?" + query.replace("%zz", "%25zz"));
      assertThat(bad.statusCode()).as(query).isEqualTo(400);
      assertThat(bad.headers().firstValue("content-type")).contains("application/problem+json");
      assertThat(new JsonObject(bad.body()).getInteger("status")).isEqualTo(400);
      assertThat(Http.get(port, FEED + "stream?since=x").statusCode()).isEqualTo(400);
    }
  }

  @Test
  void anUnknownEventIsNotFound() throws Exception {
    for (String what : List.of("head", "updates", "stream")) {
      HttpResponse<String> unknown = Http.get(port, "/events/nobody/" + what);
      assertThat(unknown.statusCode()).isEqualTo(404);
      assertThat(unknown.headers().firstValue("content-type")).contains("application/problem+json");
    }
  }

  @Test
  void readersOnlyRead() throws Exception {
    assertThat(Http.method(port, FEED + "updates", "DELETE").statusCode()).isEqualTo(405);
    HttpResponse<String> preflight = Http.method(port, FEED + "stream", "OPTIONS");
    assertThat(preflight.statusCode()).isEqualTo(204);
    assertThat(preflight.headers().firstValue("access-control-allow-headers").orElseThrow())
        .contains("Last-Event-ID");
  }

  @Test
  void whoAsksForTheHeadersGetsThemAndNothingElse() throws Exception {
    append(1, 3);
    for (String what : List.of("head", "updates?since=3&wait=20", "stream?since=0")) {
      HttpResponse<String> answer = Http.method(port, FEED + what, "HEAD");
      assertThat(answer.statusCode()).as(what).isEqualTo(200);
      assertThat(answer.headers().firstValue("content-type")).as(what).isPresent();
      assertThat(answer.body()).as(what).isEmpty();
    }
  }

  @Test
  void aDeliveryThatStopsSendsItsReadersAwayWithTheirNumbers() throws Exception {
    append(1, 1);
    EventStreamReader reader = stream("stream?since=1");
    CompletableFuture<JsonObject> poll = Http.later(port, FEED + "updates?since=1&wait=20");
    await().until(() -> counters.waiting.get() > 0);
    vertx.undeploy(delivery).await(30, SECONDS);
    assertThat(reader.next().name()).isEqualTo("end");
    assertThat(poll.get(30, SECONDS).getLong("next")).isEqualTo(1);
    assertThat(Http.get(port, FEED + "head").statusCode()).isEqualTo(503);
  }

  @Test
  void theLogCannotBeReadAndTheReaderIsToldToComeAgain() throws Exception {
    append(1, 900);
    append(901, 2_600);
    log.setAway(true);
    HttpResponse<String> answer = Http.get(port, FEED + "updates?since=0&wait=0");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("retry-after")).isPresent();
    log.setAway(false);
    assertThat(Http.get(port, FEED + "updates?since=0&wait=0").statusCode()).isEqualTo(200);
  }
}
