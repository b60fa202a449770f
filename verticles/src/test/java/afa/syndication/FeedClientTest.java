package afa.syndication;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import afa.http.PrivateNetwork;
import afa.source.Backoff.Cause;
import afa.source.BackoffRules;
import afa.source.SourceFailure;
import afa.source.SourceProblem;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.junit5.VertxExtension;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(VertxExtension.class)
class FeedClientTest {
  private static final int MOST_BYTES = 100_000;

  private final List<HttpServerRequest> requests = new CopyOnWriteArrayList<>();
  private Handler<HttpServerRequest> server = request -> request.response().end();
  private Vertx vertx;
  private FeedClient client;
  private String url;

  @BeforeEach
  void start(Vertx vertx) throws Exception {
    this.vertx = vertx;
    int port = vertx
        .createHttpServer()
        .requestHandler(request -> {
          requests.add(request);
          server.handle(request);
        })
        .listen(0, "127.0.0.1")
        .await(30, SECONDS)
        .actualPort();
    url = "http://127.0.0.1:" + port;
    client = client(Duration.ofSeconds(20));
  }

  private FeedClient client(Duration answer) {
    SyndicationTuning tuning =
        new SyndicationTuning(Duration.ZERO, answer, MOST_BYTES, BackoffRules.HOUSE);
    return new FeedClient(
        vertx, SyndicationConfig.of(List.of(), Duration.ofSeconds(1)).with(tuning));
  }

  @Test
  void whatWasReceivedIsSentBackExactly() throws Exception {
    server = request -> request
        .response()
        .putHeader("ETag", "W/\"a, b;=\"")
        .putHeader("Last-Modified", "sunday, about nine")
        .putHeader("Content-Type", "text/html; charset=x")
        .end("body");
    FeedAnswer first = ask("/feed");
    assertThat(first.etag()).isEqualTo("W/\"a, b;=\"");
    assertThat(first.contentType()).isEqualTo("text/html; charset=x");
    assertThat(first.body().toString()).isEqualTo("body");
    client.ask(URI.create(url), first.etag(), first.lastModified()).await(30, SECONDS);
    assertThat(requests.get(0).getHeader("If-None-Match")).isNull();
    assertThat(requests.get(1).getHeader("If-None-Match")).isEqualTo("W/\"a, b;=\"");
    assertThat(requests.get(1).getHeader("If-Modified-Since")).isEqualTo("sunday, about nine");
    assertThat(requests.get(1).getHeader("Accept"))
        .contains("application/atom+xml")
        .contains("*/*");
    assertThat(requests.get(1).getHeader("User-Agent")).isEqualTo("AFeedApart");
  }

  @Test
  void nothingNewAndGoneAreAnswers() throws Exception {
    server = request -> request.response().setStatusCode(304).end();
    assertThat(ask("/").status()).isEqualTo(304);
    server = request -> request.response().setStatusCode(410).end("gone");
    assertThat(ask("/").status()).isEqualTo(410);
  }

  @ParameterizedTest
  @CsvSource({"301,true", "308,true", "302,false", "303,false", "307,false"})
  void redirectsAreFollowedAndThoseForGoodAreRemembered(int status, boolean remembered)
      throws Exception {
    server = request -> {
      if (request.path().equals("/new")) request.response().end("here");
      else redirect(request.response(), status, "/new");
    };
    FeedAnswer answer = ask("/old");
    assertThat(answer.body().toString()).isEqualTo("here");
    assertThat(answer.base()).isEqualTo(URI.create(url + "/new"));
    assertThat(answer.address()).isEqualTo(URI.create(url + (remembered ? "/new" : "/old")));
  }

  @Test
  void nobodyOutsideLeadsUsIntoAPrivateNetwork() throws Exception {
    PrivateNetwork.Names names = host -> new InetAddress[] {
      InetAddress.getByName("203.0.113.1"),
      InetAddress.getByName(host.equals("localhost") ? "203.0.113.2" : host)
    };
    server = request -> redirect(request.response(), 302, url + "/inside");
    FeedClient outside =
        new FeedClient(vertx, SyndicationConfig.of(List.of(), Duration.ofSeconds(1)), names);
    URI begin = URI.create(url.replace("127.0.0.1", "localhost") + "/feed");
    assertThatThrownBy(() -> outside.ask(begin, null, null).await(30, SECONDS))
        .hasMessageContaining("leads to an address inside a private network");
    assertThat(requests).hasSize(1);
  }

  @Test
  void aFeedInsideMayLeadToAnotherPlaceInside() throws Exception {
    String other = url.replace("127.0.0.1", "localhost");
    server = request -> {
      if (request.path().equals("/new")) request.response().end("here");
      else redirect(request.response(), 302, other + "/new");
    };
    assertThat(ask("/old").body().toString()).isEqualTo("here");
  }

  @Test
  void behindARedirectForNowNothingIsForGood() throws Exception {
    server = request -> {
      switch (request.path()) {
        case "/1" -> redirect(request.response(), 301, "/2");
        case "/2" -> redirect(request.response(), 302, "/3");
        case "/3" -> redirect(request.response(), 301, "/4");
        default -> request.response().end("here");
      }
    };
    assertThat(ask("/1").address()).isEqualTo(URI.create(url + "/2"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"file:///etc/passwd", "ftp://e.example/", "gopher:x", "http://", "", "::"})
  void redirectsLeadToTheWebOrNowhere(String location) {
    server = request -> redirect(request.response(), 302, location);
    assertThat(problem("/")).isEqualTo(SourceProblem.of(Cause.SERVER, "moved to no address"));
  }

  @Test
  void fiveRedirectsAreEnough() throws Exception {
    server = request -> {
      int n = Integer.parseInt(request.path().substring(1));
      if (n == 0) request.response().end("here");
      else redirect(request.response(), 302, "/" + (n - 1));
    };
    assertThat(ask("/5").status()).isEqualTo(200);
    assertThat(problem("/6").sentence()).contains("circles");
  }

  @ParameterizedTest
  @CsvSource({
    "401,REFUSED",
    "403,REFUSED",
    "404,SERVER",
    "429,LIMIT",
    "500,SERVER",
    "503,SERVER",
    "206,SERVER",
    "418,SERVER"
  })
  void refusalsHaveTheirCauses(int status, Cause cause) {
    server = request -> request.response().setStatusCode(status).end("words");
    assertThat(problem("/").cause()).isEqualTo(cause);
    assertThat(problem("/").sentence()).contains(Integer.toString(status));
  }

  @Test
  void theServerSaysWhenToComeBack() {
    server = request ->
        request.response().setStatusCode(503).putHeader("Retry-After", "90").end();
    assertThat(problem("/").notBefore())
        .isBetween(Instant.now().plusSeconds(80), Instant.now().plusSeconds(91));
  }

  @Test
  void tooMuchIsCutOff() {
    server = request -> endless(request.response().setChunked(true));
    assertThat(problem("/").sentence()).contains("larger");
  }

  @Test
  void anEndlessRefusalIsNotReadToItsEnd() {
    server = request -> endless(request.response().setStatusCode(500).setChunked(true));
    assertThat(problem("/").sentence()).contains("500");
  }

  @Test
  void allOfItMustComeInTime() {
    client = client(Duration.ofMillis(300));
    server = request -> {};
    assertThat(problem("/").cause()).isEqualTo(Cause.NETWORK);
    server = request -> drip(request.response().setChunked(true));
    assertThat(problem("/").cause()).isEqualTo(Cause.NETWORK);
  }

  @Test
  void aDeadServerIsTrouble() {
    assertThatThrownBy(
            () -> client.ask(URI.create("http://127.0.0.1:1/"), null, null).await(30, SECONDS))
        .isInstanceOf(SourceFailure.class);
  }

  private void endless(HttpServerResponse response) {
    if (response.closed()) return;
    response.write(Buffer.buffer(new byte[10_000])).onSuccess(written -> endless(response));
  }

  private void drip(HttpServerResponse response) {
    if (response.closed()) return;
    response.write(" ");
    vertx.setTimer(50, next -> drip(response));
  }

  private static void redirect(HttpServerResponse response, int status, String location) {
    response.setStatusCode(status).putHeader("Location", location).end("moved");
  }

  private FeedAnswer ask(String path) throws Exception {
    return client.ask(URI.create(url + path), null, null).await(30, SECONDS);
  }

  private SourceProblem problem(String path) {
    try {
      throw new AssertionError("answered: " + ask(path));
    } catch (SourceFailure failure) {
      return failure.problem();
    } catch (Exception other) {
      throw new AssertionError(other);
    }
  }
}
