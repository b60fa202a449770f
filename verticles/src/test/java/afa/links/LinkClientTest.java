package afa.links;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import afa.http.PrivateNetwork;
import afa.links.Expansion.State;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.junit5.VertxExtension;
import java.net.InetAddress;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Against a real server; every name leads to it, and only 10.0.0.1 is private. */
@ExtendWith(VertxExtension.class)
class LinkClientTest {
  private final AtomicInteger asked = new AtomicInteger();
  private LinkClient client;
  private int port;

  @BeforeEach
  void listen(Vertx vertx) throws Exception {
    port = vertx
        .createHttpServer()
        .requestHandler(this::answer)
        .listen(0, "127.0.0.1")
        .await(30, SECONDS)
        .actualPort();
    PrivateNetwork.Names names = host -> new InetAddress[] {
      InetAddress.getByName(host.equals("inside.example") ? "10.0.0.1" : "127.0.0.1")
    };
    client = new LinkClient(vertx, names, InetAddress::isSiteLocalAddress);
  }

  private void answer(HttpServerRequest request) {
    asked.incrementAndGet();
    HttpServerResponse response = request.response();
    String path = request.path();
    if (path.startsWith("/hop")) {
      int left = Integer.parseInt(path.substring(4));
      String next = left == 0 ? "/page" : "/hop" + (left - 1);
      response.setStatusCode(302).putHeader("Location", next).end();
    } else if (path.equals("/inside")) {
      response
          .setStatusCode(302)
          .putHeader("Location", "http://inside.example/")
          .end();
    } else if (path.equals("/endless")) {
      response.setChunked(true).putHeader("Content-Type", "text/html");
      response.write("<title>Endless</title>" + " ".repeat(LinkClient.MOST_BYTES));
    } else if (path.equals("/page")) {
      response.putHeader("Content-Type", "text/html").end("<title>Grids</title>");
    } else {
      response.setStatusCode(404).end();
    }
  }

  private Expansion expand(String path) throws Exception {
    return client.expand(at(path)).await(30, SECONDS);
  }

  private URI at(String path) {
    return URI.create("http://page.example:" + port + path);
  }

  @Test
  void redirectsAreFollowedFiveTimes() throws Exception {
    assertThat(expand("/hop4")).isEqualTo(new Expansion(State.EXPANDED, at("/page"), "Grids"));
    assertThat(expand("/hop5")).isEqualTo(Expansion.FAILED);
  }

  @Test
  void nobodyIsLedIntoAPrivateNetworkAtAnyStep() throws Exception {
    assertThat(expand("/inside")).isEqualTo(Expansion.REFUSED);
    int before = asked.get();
    assertThat(
            client.expand(URI.create("http://inside.example:" + port + "/page")).await(30, SECONDS))
        .isEqualTo(Expansion.REFUSED);
    assertThat(asked.get()).isEqualTo(before);
  }

  @Test
  void whatIsChosenByDefaultRefusesThisVeryMachine(Vertx vertx) throws Exception {
    LinkClient ours = new LinkClient(vertx);
    URI here = URI.create("http://127.0.0.1:" + port + "/page");
    assertThat(ours.expand(here).await(30, SECONDS)).isEqualTo(Expansion.REFUSED);
    assertThat(asked.get()).isZero();
  }

  @Test
  void ofAnEndlessPageTheBeginningIsRead() throws Exception {
    assertThat(expand("/endless").title()).isEqualTo("Endless");
  }

  @Test
  void anErrorIsAFailure() throws Exception {
    assertThat(expand("/nothing")).isEqualTo(Expansion.FAILED);
  }
}
