package afa.delivery;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import afa.bus.RecordCodec;
import afa.feed.EventInfo;
import afa.feed.Post;
import afa.front.FrontConfig;
import afa.front.FrontVerticle;
import afa.front.Gate;
import afa.front.HealthHandler;
import afa.front.Port;
import afa.front.TlsPair;
import afa.http.Doors;
import afa.message.Addresses;
import afa.message.AppendPosts;
import afa.message.BusMessage;
import afa.servers.FreePort;
import afa.store.StoreVerticle;
import afa.testkit.EventStreamReader;
import afa.testkit.EventStreamReader.Event;
import afa.testkit.Http;
import afa.testkit.InMemoryLog;
import afa.testkit.Posts;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A store over a log in memory, delivery and the port, for tests over real sockets. */
abstract class DeliveryRig {
  static final String EVENT = "aea2026";
  static final Duration IDLE = Duration.ofSeconds(3);
  static final String FEED = "/events/aea2026/";

  final int port = FreePort.find();
  final InMemoryLog log = new InMemoryLog();
  final DeliveryReadiness readiness = new DeliveryReadiness(1);
  final DeliveryCounters counters = new DeliveryCounters(new SimpleMeterRegistry());
  final Doors doors = new Doors();
  Vertx vertx;
  DeliveryCrew crew;
  String delivery;

  @BeforeEach
  void start() throws Exception {
    // One event loop, so that the one delivery verticle serves every connection.
    vertx = Vertx.vertx(
        new VertxOptions().setEventLoopPoolSize(1).setPreferNativeTransport(isNative()));
    RecordCodec.registerAll(vertx.eventBus(), BusMessage.class);
    LocalDateTime now = LocalDateTime.now(java.time.ZoneOffset.UTC);
    EventInfo info =
        new EventInfo(EVENT, "An Event", "UTC", now.minusDays(1), now.plusDays(1), null);
    vertx.deployVerticle(new StoreVerticle(List.of(info), log)).await(30, SECONDS);
    crew = readiness.newCrew();
    delivery = vertx
        .deployVerticle(new DeliveryVerticle(config(), doors, crew, counters))
        .await(30, SECONDS);
    HealthHandler health =
        new HealthHandler(() -> true, new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
    vertx
        .deployVerticle(new FrontVerticle(
            new Port("127.0.0.1", port, tls(), IDLE),
            new Gate(new FrontConfig(Duration.ofSeconds(30), 20_000, 100), doors),
            doors,
            health))
        .await(30, SECONDS);
    await().until(() -> get(FEED + "head").statusCode() == 200);
  }

  /** Whether connections are those of epoll, not of NIO. */
  boolean isNative() {
    return true;
  }

  DeliveryConfig config() {
    return new DeliveryConfig(
        Tail.PAGE_BYTES, Duration.ofSeconds(1), 500, 3_000, 10, false, DrainConfig.DEFAULT);
  }

  /** What the port encrypts with. */
  Optional<TlsPair> tls() {
    return Optional.empty();
  }

  HttpResponse<String> get(String path) throws Exception {
    return Http.get(port, path);
  }

  @AfterEach
  void stop() throws Exception {
    for (String id : vertx.deploymentIDs()) vertx.undeploy(id).await(30, SECONDS);
    vertx.close().await(30, SECONDS);
  }

  void append(long first, long last) {
    for (long n = first; n <= last; n += AppendPosts.MAX_POSTS) {
      List<Post> posts = Posts.posts(n, Math.min(last, n + AppendPosts.MAX_POSTS - 1));
      Addresses.APPEND
          .call(vertx.eventBus(), new AppendPosts(EVENT, "x", posts, null))
          .await();
    }
  }

  /** In one batch; a tail of one page loses all from before. */
  void appendLarge(int count) throws Exception {
    List<Post> large = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      large.add(Post.builder("x", "large" + i)
          .text("x".repeat(60_000 + 1_000 * i))
          .receivedAt(Instant.EPOCH));
    }
    Addresses.APPEND
        .call(vertx.eventBus(), new AppendPosts(EVENT, "x", large, null))
        .await(30, SECONDS);
  }

  String epoch() throws Exception {
    return json("head").getString("epoch");
  }

  JsonObject json(String path) throws Exception {
    return Http.json(port, FEED + path);
  }

  EventStreamReader stream(String path) throws Exception {
    return stream(path, Map.of());
  }

  EventStreamReader stream(String path, Map<String, String> headers) throws Exception {
    return EventStreamReader.open(vertx, port, FEED + path, headers);
  }

  static List<Long> numbers(List<Event> events) {
    return events.stream()
        .map(event -> new JsonObject(event.data()).getLong("n"))
        .toList();
  }

  static List<Long> numbers(JsonArray updates) {
    return updates.stream().map(update -> ((JsonObject) update).getLong("n")).toList();
  }
}
