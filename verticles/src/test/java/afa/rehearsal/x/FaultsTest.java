package afa.rehearsal.x;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import afa.rehearsal.Fault;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(VertxExtension.class)
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FaultsTest {
  private static final Duration KEEP_ALIVE = Duration.ofMillis(100);
  private XSimulator x;
  private PlainClient client;

  @BeforeEach
  void start(Vertx vertx) throws Exception {
    XOptions options = new XOptions().keepAlive(KEEP_ALIVE).searchDelay(Duration.ZERO);
    x = XSimulator.start(vertx, options).await(30, SECONDS);
    client = new PlainClient(x.url(), x.token());
    client.addRule("#afa");
  }

  private String send(String text) throws Exception {
    return x.send(text + " #afa").await(30, SECONDS);
  }

  private void inject(Fault fault) throws Exception {
    x.faults().inject(fault).await(30, SECONDS);
  }

  private static String id(String line) {
    return new JsonObject(line).getJsonObject("data").getString("id");
  }

  private int streamed(String id) {
    return x.ledger().entry(id).streamed();
  }

  @Test
  void aDropComesAfterWhatWasSent() throws Exception {
    try (OpenStream stream = client.stream("")) {
      String id = send("before the drop");
      inject(Fault.DROP);
      assertThat(id(stream.message())).isEqualTo(id);
      assertThat(stream.message()).isNull();
    }
  }

  @Test
  void aCutLineIsNotComplete() throws Exception {
    try (OpenStream stream = client.stream("")) {
      inject(Fault.CUT);
      String id = send("cut in two");
      assertThat(stream.message()).isNull();
      assertThat(streamed(id)).isZero();
      assertThat(client.get("/2/tweets/search/recent?query=%23afa").body()).contains(id);
    }
  }

  @Test
  void aStallHoldsEverythingBackEvenKeepAlives() throws Exception {
    try (OpenStream stream = client.stream("")) {
      x.faults().inject(Fault.STALL, KEEP_ALIVE.multipliedBy(8)).await(30, SECONDS);
      long start = System.nanoTime();
      String id = send("late");
      assertThat(id(stream.line())).isEqualTo(id);
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isGreaterThan(KEEP_ALIVE.multipliedBy(5));
    }
  }

  @Test
  void aStalledConnectionThatEndsHasDeliveredNothing() throws Exception {
    try (OpenStream stream = client.stream("")) {
      x.faults().inject(Fault.STALL, Duration.ofSeconds(60)).await(30, SECONDS);
      String id = send("never");
      inject(Fault.DROP);
      assertThat(stream.message()).isNull();
      assertThat(streamed(id)).isZero();
    }
  }

  @Test
  void aSlowLineStillArrivesWhole() throws Exception {
    try (OpenStream stream = client.stream("")) {
      x.faults().inject(Fault.SLOW, Duration.ofSeconds(60)).await(30, SECONDS);
      String id = send("little by little");
      assertThat(id(stream.message())).isEqualTo(id);
    }
  }

  @Test
  void hostileFramingChangesNoLine() throws Exception {
    inject(Fault.FRAMING);
    try (OpenStream stream = client.stream("")) {
      for (int i = 0; i < 50; i++) {
        String id = send("日本語 👩‍💻 " + i);
        assertThat(id(stream.message())).isEqualTo(id);
      }
    }
  }

  @Test
  void garbageComesBetweenPosts() throws Exception {
    try (OpenStream stream = client.stream("")) {
      for (int i = 0; i < 20; i++) inject(Fault.GARBAGE);
      String id = send("after it");
      String line = stream.message();
      int garbage = 0;
      while (!line.contains(id)) {
        garbage++;
        line = stream.message();
      }
      assertThat(garbage).isEqualTo(20);
    }
  }

  @Test
  void aDuplicateIsOneOfTheLastLines() throws Exception {
    try (OpenStream stream = client.stream("")) {
      String id = send("twice");
      inject(Fault.DUPLICATE);
      assertThat(id(stream.message())).isEqualTo(id);
      assertThat(id(stream.message())).isEqualTo(id);
      assertThat(streamed(id)).isEqualTo(2);
    }
  }

  @Test
  void aLineHeldBackIsOvertaken() throws Exception {
    try (OpenStream stream = client.stream("")) {
      inject(Fault.REORDER);
      String first = send("one");
      String second = send("two");
      String third = send("three");
      assertThat(id(stream.message())).isEqualTo(second);
      assertThat(id(stream.message())).isEqualTo(third);
      assertThat(id(stream.message())).isEqualTo(first);
    }
  }

  @Test
  void anOverlongLineIsLongerThanAnyReaderKeeps() throws Exception {
    try (OpenStream stream = client.stream("")) {
      inject(Fault.OVERLONG);
      assertThat(stream.message()).hasSizeGreaterThan(2_000_000);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SlowReader, operational-disconnect",
    "InvalidRules, operational-disconnect",
    "TooManyConnections, streaming-connection",
    "UsageCapExceeded, usage-capped"
  })
  void anEndIsExplainedOnItsLastLine(String type, String problem) throws Exception {
    try (OpenStream stream = client.stream("")) {
      x.faults().inject(Fault.DISCONNECT, type).await(30, SECONDS);
      JsonObject line = new JsonObject(stream.message());
      assertThat(line.containsKey("data")).isFalse();
      assertThat(line.getJsonArray("errors").getJsonObject(0).getString("type"))
          .endsWith("/problems/" + problem);
      assertThat(stream.message()).isNull();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "UNAVAILABLE, 503, ''",
    "UNAVAILABLE_HTML, 502, <html>",
    "RATE_LIMITED, 429, Too Many Requests",
    "RATE_LIMITED_OLD, 429, '\"code\":88'",
    "TOO_MANY_CONNECTIONS, 429, TooManyConnections",
    "USAGE_CAPPED, 429, UsageCapExceeded",
    "NO_RULES, 409, RuleConfigurationIssue",
    "FORBIDDEN, 403, client-not-enrolled",
    "REVOKED, 401, Unauthorized",
    "OUTAGE, 503, Service Unavailable"
  })
  void aRefusalDropsTheConnectionAndRefusesTheNextOnce(Fault fault, int status, String body)
      throws Exception {
    try (OpenStream first = client.stream("")) {
      inject(fault);
      assertThat(first.message()).isNull();
    }
    try (OpenStream second = client.stream("")) {
      assertThat(second.status()).isEqualTo(status);
      assertThat(second.body()).contains(body);
    }
    try (OpenStream third = client.stream("")) {
      assertThat(third.status()).isEqualTo(200);
    }
  }

  @Test
  void anExhaustedRateLimitTellsWhenItIsOver() throws Exception {
    x.faults().inject(Fault.RATE_LIMITED, Duration.ofSeconds(60)).await(30, SECONDS);
    for (int i = 0; i < 2; i++) {
      var answer = client.get("/2/tweets/search/stream");
      assertThat(answer.statusCode()).isEqualTo(429);
      assertThat(answer.headers().firstValue("x-rate-limit-remaining")).hasValue("0");
      long reset = answer.headers().firstValueAsLong("x-rate-limit-reset").orElseThrow();
      assertThat(reset * 1_000 - System.currentTimeMillis()).isBetween(50_000L, 62_000L);
    }
    x.faults().calm().await(30, SECONDS);
    try (OpenStream stream = client.stream("")) {
      assertThat(stream.status()).isEqualTo(200);
    }
  }

  @Test
  void anOutageIsEverywhereAndFaultsOfTheSearchAreNot() throws Exception {
    x.faults().inject(Fault.OUTAGE, Duration.ofSeconds(60)).await(30, SECONDS);
    assertThat(client.get("/2/tweets/search/stream/rules").statusCode()).isEqualTo(503);
    x.faults().calm().await(30, SECONDS);
    x.faults().inject(Fault.SEARCH_LIMITED, Duration.ofSeconds(60)).await(30, SECONDS);
    assertThat(client.get("/2/tweets/search/recent?query=%23afa").statusCode()).isEqualTo(429);
    assertThat(client.get("/2/tweets/search/stream/rules").statusCode()).isEqualTo(200);
  }

  @Test
  void terminatingConnectionsEndsTheOneThatOnlyStillCounts() throws Exception {
    x.faults().inject(Fault.TOO_MANY_CONNECTIONS, Duration.ofSeconds(60)).await(30, SECONDS);
    assertThat(client.get("/2/tweets/search/stream").statusCode()).isEqualTo(429);
    client.delete("/2/connections/all");
    try (OpenStream stream = client.stream("")) {
      assertThat(stream.status()).isEqualTo(200);
    }
  }
}
