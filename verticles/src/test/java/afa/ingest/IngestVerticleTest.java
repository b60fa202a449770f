package afa.ingest;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import afa.bus.RecordCodec;
import afa.feed.EventInfo;
import afa.http.Doors;
import afa.message.Addresses;
import afa.message.Appended;
import afa.message.BusMessage;
import afa.message.EventList;
import afa.testkit.Http;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.junit5.VertxExtension;
import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
final class IngestVerticleTest {
  private static final String POST = "{\"source\":\"test\",\"id\":\"1\"}";

  private final BlockingQueue<HttpServerRequest> arrived = new LinkedBlockingQueue<>();
  private final Promise<Appended> stored = Promise.promise();
  private int port;

  @BeforeEach
  void open(Vertx vertx) throws Exception {
    RecordCodec.registerAll(vertx.eventBus(), BusMessage.class);
    LocalDateTime day = LocalDateTime.parse("2026-05-24T08:00");
    EventList events =
        new EventList(List.of(new EventInfo("aea", "An Event", "UTC", day, day.plusDays(1), null)));
    Addresses.EVENTS
        .serve(vertx.eventBus(), question -> Future.succeededFuture(events))
        .await(30, SECONDS);
    Addresses.APPEND.serve(vertx.eventBus(), request -> stored.future()).await(30, SECONDS);
    Doors doors = new Doors();
    vertx.deployVerticle(new IngestVerticle(doors, "token")).await(30, SECONDS);
    HttpServer server = vertx.createHttpServer().requestHandler(request -> {
      doors.behind(Doors.Door.INGEST).orElseThrow().handle(request);
      arrived.add(request);
    });
    port = server.listen(0, "127.0.0.1").await(30, SECONDS).actualPort();
  }

  @Test
  void whatIsStoredIsConfirmedWithItsNumbers() throws Exception {
    stored.complete(new Appended("e1", 7, List.of(7L), 1, 0, 0, 6));
    HttpResponse<String> answer = post();
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.body()).isEqualTo("{\"epoch\":\"e1\",\"head\":7,\"numbers\":[7]}");
  }

  @Test
  void whatCannotBeStoredNowIsToBeSentAgainLater() throws Exception {
    stored.fail("away");
    assertThat(post().statusCode()).isEqualTo(503);
    assertThat(post().headers().firstValue("retry-after")).hasValue("2");
  }

  @Test
  void whileTooMuchIsUnderWayMoreIsRefusedAndTakenOnceThereIsRoom(Vertx vertx) throws Exception {
    stored.complete(new Appended("e1", 7, List.of(7L), 1, 0, 0, 6));
    HttpClient client = vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(100));
    List<HttpClientRequest> halves = new ArrayList<>();
    for (int i = 0; i < Room.BYTES / (8 << 20); i++) halves.add(half(client));
    assertThat(post().statusCode()).isEqualTo(503);
    for (HttpClientRequest half : halves) {
      half.end(POST.substring(1)).await(30, SECONDS);
      assertThat(half.response().await(30, SECONDS).statusCode()).isEqualTo(201);
    }
    assertThat(post().statusCode()).isEqualTo(201);
  }

  /** Does not say how long it will be, and is not at its end. */
  private HttpClientRequest half(HttpClient client) throws Exception {
    HttpClientRequest request = client
        .request(HttpMethod.POST, port, "127.0.0.1", "/events/aea/updates")
        .await(30, SECONDS);
    request.putHeader("Authorization", "Bearer token").setChunked(true);
    request.write(Buffer.buffer(POST.substring(0, 1))).await(30, SECONDS);
    assertThat(arrived.poll(30, SECONDS)).isNotNull();
    return request;
  }

  private HttpResponse<String> post() throws Exception {
    return Http.post(port, "/events/aea/updates", POST, "Authorization", "Bearer token");
  }
}
