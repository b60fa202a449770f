package afa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import afa.servers.DataDirectory;
import afa.servers.FreePort;
import afa.testkit.Haproxy;
import afa.testkit.Http;
import afa.testkit.NodeProcess;
import afa.testkit.RoamingReader;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Delivery nodes come and go behind a real HAProxy, and readers notice nothing but a reconnect. */
final class BehindHaproxyIT {
  private static final String FEED = "/events/aea2026/";
  private static final String TOKEN = "secret-of-the-test";
  private static final int READERS = 10; // of each kind

  // Longer than by default, for the questions that are asked meanwhile.
  private static final String SETTINGS =
      """
      start: { warmUpMillis: 0 }
      delivery:
        trustForwardedFor: true
        drain: { announceMillis: 6000 }
      """;

  @TempDir(factory = DataDirectory.class)
  private Path folder;

  private final int store = FreePort.find();
  private final int[] ports = {FreePort.find(), FreePort.find()};
  private final int front = FreePort.find();
  private final NodeProcess[] delivery = new NodeProcess[2];
  private final List<RoamingReader> readers = new ArrayList<>();
  private final ScheduledExecutorService poster = Executors.newSingleThreadScheduledExecutor();
  private final AtomicLong posted = new AtomicLong();
  private NodeProcess node;
  private Haproxy haproxy;

  @AfterEach
  void cleanUp() throws Exception {
    poster.shutdownNow();
    readers.forEach(RoamingReader::close);
    if (haproxy != null) haproxy.stop();
    for (NodeProcess each : delivery) if (each != null) each.kill();
    if (node != null) node.cleanUp();
  }

  @Test
  void readersMissNothingWhenNodesAreStoppedKilledAndStartedAgain() throws Exception {
    Haproxy.installed("haproxy");
    startAll();
    for (int i = 0; i < READERS; i++) {
      readers.add(RoamingReader.streaming(front, FEED));
      readers.add(RoamingReader.polling(front, FEED));
    }
    ScheduledFuture<?> unused =
        poster.scheduleWithFixedDelay(this::post, 0, 20, TimeUnit.MILLISECONDS);
    awaitNextForAll();

    stopInOrder(0);
    awaitNextForAll();
    startDelivery(0);
    awaitStatus(0, "UP");

    delivery[1].kill();
    awaitNextForAll();
    startDelivery(1);
    awaitStatus(1, "UP");
    awaitNextForAll();

    poster.shutdown();
    assertThat(poster.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    await().untilAsserted(() -> assertThat(readers).allMatch(r -> r.last() == posted.get()));
    assertThat(readers).allSatisfy(reader -> assertThat(reader.mistakes()).isEmpty());
  }

  /** Says that it is not ready, is left out, sends its readers away, and only then closes its port. */
  private void stopInOrder(int which) throws Exception {
    delivery[which].terminate();
    await().until(() -> ready(which).statusCode() == 503);
    assertThat(new JsonObject(ready(which).body()).getString("status")).isEqualTo("DRAINING");
    awaitStatus(which, "DOWN");
    double before = metric(which, "afa_delivery_streams_connected_total");
    assertThat(metric(which, "afa_delivery_streams_open")).isPositive();
    int came = readers.size();
    for (int i = 0; i < 4; i++) readers.add(RoamingReader.streaming(front, FEED));
    await().until(() -> readers.subList(came, came + 4).stream().allMatch(r -> r.last() > 0));
    assertThat(metric(which, "afa_delivery_streams_connected_total")).isEqualTo(before);
    delivery[which].exit(Duration.ofSeconds(20));
  }

  private void startAll() throws Exception {
    Path data = folder.resolve("data");
    Files.createDirectories(data.resolve("conf"));
    Files.writeString(data.resolve("conf/afa.yaml"), SETTINGS);
    Path event = Files.writeString(
        folder.resolve("aea.yaml"),
        """
        event: aea2026
        name: An Event
        timeZone: Europe/Berlin
        from: 2026-05-24T08:00
        to: 2099-05-25T18:00
        """);
    node = NodeProcess.start(
            data,
            Map.of("AFA_PORT", "" + store, "AFA_INGEST_TOKEN", TOKEN),
            "--roles",
            "store,ingest",
            "--event",
            event.toString())
        .ready();
    startDelivery(0);
    startDelivery(1);
    haproxy = Haproxy.start(Haproxy.shipped(
        "haproxy.cfg",
        folder,
        Map.of(
            8080,
            store,
            8081,
            ports[0],
            8082,
            ports[1],
            8083,
            FreePort.find(),
            8000,
            front,
            50000,
            2000)));
    for (int which : new int[] {0, 1}) awaitStatus(which, "UP");
    await().until(() -> Http.get(front, FEED + "head").statusCode() == 200);
  }

  private void startDelivery(int which) throws Exception {
    delivery[which] = node.another(Map.of(), "--roles", "delivery", "--port", "" + ports[which]);
    delivery[which].ready();
    await().until(() -> ready(which).statusCode() == 200);
  }

  private void awaitStatus(int which, String status) {
    await().until(() -> haproxy.status("delivery", "delivery" + (which + 1)).equals(status));
  }

  /** Everybody gets something that is posted from now on. */
  private void awaitNextForAll() {
    long now = posted.get();
    await().untilAsserted(() -> {
      assertThat(readers).allSatisfy(reader -> assertThat(reader.mistakes()).isEmpty());
      assertThat(readers).allMatch(reader -> reader.last() > now);
    });
  }

  private HttpResponse<String> ready(int which) throws Exception {
    return Http.get(ports[which], "/health/ready");
  }

  private double metric(int which, String name) throws Exception {
    return Http.get(ports[which], "/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .sum();
  }

  private void post() {
    try {
      String body = "{\"source\":\"test\",\"id\":\"" + (posted.get() + 1) + "\",\"text\":\"x\"}";
      HttpResponse<String> answer =
          Http.post(front, FEED + "updates", body, "Authorization", "Bearer " + TOKEN);
      if (answer.statusCode() == 201) posted.incrementAndGet();
    } catch (Exception again) {
      // the same once more: it has its number if it arrived
    }
  }
}
