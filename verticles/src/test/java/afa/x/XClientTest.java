package afa.x;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.junit5.VertxExtension;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Against a server that answers as each test says. */
@ExtendWith(VertxExtension.class)
class XClientTest {
  private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();
  private volatile Consumer<HttpServerRequest> answer;
  private HttpServer server;
  private XClient client;

  @BeforeEach
  void listen(Vertx vertx) throws Exception {
    server = vertx.createHttpServer().requestHandler(request -> {
      asked.add(request.method() + " " + request.uri() + " " + request.getHeader("Authorization"));
      answer.accept(request);
    });
    server.listen(0, "127.0.0.1").await(30, SECONDS);
    XTuning usual = XTuning.DEFAULT;
    XTuning hasty = new XTuning(
        usual.stall(),
        usual.overlap(),
        usual.settle(),
        usual.searchEvery(),
        usual.lookBack(),
        usual.searchPages(),
        Duration.ofMillis(500),
        usual.checks(),
        usual.backoff(),
        usual.appender());
    URI api = URI.create("http://127.0.0.1:" + server.actualPort());
    client = new XClient(vertx, XConfig.of(api, "secret", List.of("#afa")).with(hasty));
  }

  @AfterEach
  void close() throws Exception {
    client.close().await(30, SECONDS);
  }

  @Test
  void rulesAreReadPageByPage() throws Exception {
    answer = request -> request
        .response()
        .end(
            request.uri().contains("pagination_token=p2")
                ? "{\"data\":[{\"id\":\"2\",\"value\":\"#b\"}],\"meta\":{}}"
                : "{\"data\":[{\"id\":\"1\",\"value\":\"#a\"}],\"meta\":{\"next_token\":\"p2\"}}");
    assertThat(client.rules().await(30, SECONDS)).hasSize(2);
  }

  @Test
  void aSearchAsksForWholeSecondsAndEverythingAWallNeeds() throws Exception {
    answer = request -> request.response().end("{\"meta\":{\"result_count\":0}}");
    client
        .search(new XQuery("(#a OR #b) & c", Instant.parse("2026-05-24T12:00:00.987Z"), "t1", 100))
        .await(30, SECONDS);
    assertThat(asked.take())
        .startsWith("GET /2/tweets/search/recent?max_results=100&query=%28%23a+OR+%23b%29+%26+c")
        .contains("&start_time=2026-05-24T12%3A00%3A00Z&next_token=t1&tweet.fields=created_at,")
        .contains("note_tweet")
        .contains("&expansions=author_id,")
        .contains("alt_text")
        .endsWith("Bearer secret");
  }

  @Test
  void anAnswerThatIsNoJsonIsTroubleOfTheServer() {
    answer = request -> request.response().end("<html>");
    assertThat(failure(client.rules())).isEqualTo(XProblem.Kind.SERVER);
  }

  @Test
  void noAnswerIsNotWaitedForWithoutEnd() {
    answer = request -> {};
    assertThat(failure(client.rules())).isEqualTo(XProblem.Kind.DISCONNECTED);
    assertThat(failure(client.connect())).isEqualTo(XProblem.Kind.DISCONNECTED);
  }

  @Test
  void anAnswerWithoutEndIsGivenUp() {
    answer = request -> request.response().setChunked(true).setStatusCode(503).write("{");
    assertThat(failure(client.rules())).isEqualTo(XProblem.Kind.DISCONNECTED);
    assertThat(failure(client.connect())).isEqualTo(XProblem.Kind.DISCONNECTED);
  }

  @Test
  void aServerThatIsNotThereIsNoConnection() throws Exception {
    server.close().await(30, SECONDS);
    assertThat(failure(client.connect())).isEqualTo(XProblem.Kind.DISCONNECTED);
  }

  @Test
  void whatIsToldNeverHoldsTheToken() throws Exception {
    answer = request -> request.response().setStatusCode(401).end();
    Throwable refused = catchThrowable(() -> client.rules().await(30, SECONDS));
    assertThat(refused).hasMessageContaining("X_BEARER_TOKEN").hasMessageNotContaining("secret");
  }

  private static XProblem.Kind failure(Future<?> future) {
    Throwable failure = catchThrowable(() -> future.await(30, SECONDS));
    assertThat(failure).isInstanceOf(XFailure.class);
    return ((XFailure) failure).problem().kind();
  }
}
