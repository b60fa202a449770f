package afa.delivery;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import afa.testkit.EventStreamReader;
import afa.testkit.Http;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Delivery that stops sends its readers away, and whoever comes meanwhile too. */
final class DrainIT extends DeliveryRig {
  /** More than are told between two looks at the sockets. */
  private static final int MANY = 600;

  private final List<StrictReader> readers = new ArrayList<>();

  @AfterEach
  void close() throws IOException {
    for (StrictReader reader : readers) reader.close();
  }

  private StrictReader join() throws IOException {
    StrictReader reader = new StrictReader(port, 65_536, FEED + "stream?since=0", 0, null);
    readers.add(reader);
    return reader;
  }

  @Test
  void everyStreamIsToldWhenToComeBackAndEndsWithItsLastChunk() throws Exception {
    append(1, 3);
    for (int i = 0; i < MANY; i++) join();
    await().until(() -> counters.streams.get() == MANY);
    vertx.undeploy(delivery).await(30, SECONDS);
    Set<Long> times = new HashSet<>();
    for (StrictReader reader : readers) {
      while (reader.take(1 << 16) >= 0) Thread.onSpinWait(); // until it is closed
      assertThat(reader.isEnded()).isTrue();
      assertThat(reader.last()).isEqualTo(3);
      assertThat(reader.retries()).hasSize(2).startsWith(2_000L);
      times.add(reader.retries().get(1));
    }
    assertThat(times).allMatch(millis -> millis >= 1_500 && millis < 2_100 + MANY);
    assertThat(times).hasSizeGreaterThan(MANY / 4);
    assertThat(counters.streams.get()).isZero();
    assertThat(counters.drained.count()).isEqualTo(MANY);
  }

  @Test
  void waitingPollsAreAnsweredAtOnceAndNewRequestsRefused() throws Exception {
    append(1, 1);
    List<CompletableFuture<JsonObject>> polls = new ArrayList<>();
    for (int i = 0; i < 40; i++) polls.add(Http.later(port, FEED + "updates?since=1&wait=50"));
    await().until(() -> counters.waiting.get() == 40);
    vertx.undeploy(delivery).await(30, SECONDS);
    for (CompletableFuture<JsonObject> poll : polls) {
      assertThat(poll.get(30, SECONDS).getLong("next")).isEqualTo(1);
    }
    for (String what : List.of("stream", "updates?since=1", "head")) {
      HttpResponse<String> refused = plainly(FEED + what);
      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(refused.headers().firstValue("retry-after")).isPresent();
      assertThat(refused.headers().firstValue("connection")).contains("close");
    }
  }

  /** By HTTP/1.1; on HTTP/2 the connection goes away under the next question. */
  private HttpResponse<String> plainly(String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .version(HttpClient.Version.HTTP_1_1)
        .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }

  @Test
  void whoComesBackToARestartedDeliveryGoesOnAtOnce() throws Exception {
    append(1, 5);
    EventStreamReader reader = stream("stream?since=0");
    assertThat(numbers(reader.next(5))).endsWith(5L);
    vertx.undeploy(delivery).await(30, SECONDS);
    assertThat(reader.next().name()).isEqualTo("end");
    assertThat(readiness.isReady()).isFalse();
    vertx
        .deployVerticle(new DeliveryVerticle(config(), doors, readiness.newCrew(), counters))
        .await(30, SECONDS);
    // Without waiting for what the store announces every second.
    EventStreamReader again = stream("stream", Map.of("Last-Event-ID", reader.id()));
    append(6, 6);
    assertThat(numbers(again.next(1))).containsExactly(6L);
    await().until(readiness::isReady);
    assertThat(readiness.isDraining()).isFalse();
  }

  @Test
  void whoTakesNothingIsCutOffAtTheLimitAndTheOthersDoNotWaitForIt() throws Exception {
    StrictReader stuck = new StrictReader(port, 2_048, FEED + "stream?since=0", 0, null);
    readers.add(stuck);
    StrictReader other = join();
    await().until(() -> counters.streams.get() == 2);
    for (int i = 0; i < 60; i++) {
      appendLarge(4); // much more than its socket and the kernel hold
      while (other.take(1 << 20) > 0) Thread.onSpinWait();
    }
    Future<Void> gone = vertx.undeploy(delivery);
    await().until(() -> other.take(1 << 20) < 0 && other.isEnded());
    gone.await(30, SECONDS);
    await().until(() -> counters.streams.get() == 0);
    assertThat(stuck.isEnded()).isFalse();
  }

  @Test
  void allEventLoopsOfANodeSendTheirReadersAwayTogether() throws Exception {
    EventStreamReader reader = stream("stream?since=0");
    crew.drain(); // as another event loop does when it is stopped first
    assertThat(readiness.isDraining()).isTrue();
    assertThat(reader.next().name()).isEqualTo("end");
    assertThat(plainly(FEED + "stream").statusCode()).isEqualTo(503);
  }

  @Test
  void whoIsLeftOfAnEarlierCrewAndEndsLateLeavesTheNextOneAlone() throws Exception {
    append(1, 2);
    DeliveryCrew earlier = crew;
    vertx.undeploy(delivery).await(30, SECONDS);
    vertx
        .deployVerticle(new DeliveryVerticle(config(), doors, readiness.newCrew(), counters))
        .await(30, SECONDS);
    // Its start hung until now.
    String late = vertx
        .deployVerticle(new DeliveryVerticle(config(), doors, earlier, counters))
        .await(30, SECONDS);
    EventStreamReader reader = stream("stream?since=0");
    assertThat(numbers(reader.next(2))).endsWith(2L);
    vertx.undeploy(late).await(30, SECONDS);
    append(3, 3);
    assertThat(numbers(reader.next(1))).containsExactly(3L);
    await().until(readiness::isReady);
    assertThat(readiness.isDraining()).isFalse();
  }
}
