package afa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import afa.servers.DataDirectory;
import afa.servers.FreePort;
import afa.testkit.Http;
import afa.testkit.NodeProcess;
import afa.testkit.OwnCertificate;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person at the command line meets, with real processes. */
final class NodeIT {
  private static final String TOKEN = "secret-of-the-test";

  @TempDir(factory = DataDirectory.class)
  private Path folder;

  private final int port = FreePort.find();
  private NodeProcess node;

  @AfterEach
  void cleanUp() throws Exception {
    if (node != null) node.cleanUp();
  }

  @Test
  void withoutAnEventTheRehearsalIsOnThePageAtOnce() throws Exception {
    node = run().ready();
    assertThat(node.output())
        .contains("/events/rehearsal")
        .contains("AFA_INGEST_TOKEN was not set");
    await().atMost(Duration.ofMinutes(1)).until(() -> head("rehearsal") > 50);
    String page = Http.get(port, "/events/rehearsal").body();
    assertThat(page.split("<article", -1)).hasSizeGreaterThan(50);
    await().until(() -> Http.get(port, "/health/ready").statusCode() == 200);
    assertThat(Http.get(port, "/metrics").body()).contains("afa_store_added_total");
  }

  @Test
  void ctrlCStopsEverythingAndLeavesNoProcessBehind() throws Exception {
    node = run().ready();
    assertThat(node.servers().count()).isGreaterThanOrEqualTo(2);
    node.terminate();
    node.exit(Duration.ofMinutes(1));
    assertThat(node.servers()).isEmpty();
  }

  @Test
  void whatIsWrongWithAnEventFileIsSaidBeforeAnythingStarts() throws Exception {
    Path event = Files.writeString(
        folder.resolve("bad.yaml"),
        """
        event: Bad Name
        name: An Event
        timeZone: Europe/Berlin
        from: 2026-05-24T08:00
        to: 2099-05-25T18:00
        sources:
          x: { rules: ["#aea"], speed: 3 }
        """);
    node = run("--event", event.toString());
    assertThat(node.exit(Duration.ofMinutes(1))).isEqualTo(2);
    assertThat(node.output())
        .contains("bad.yaml has 3 problems")
        .contains("event = Bad Name: expected 1 to 63 lower-case letters")
        .contains("sources.x.speed = 3: unknown key")
        .contains("X_BEARER_TOKEN");
    assertThat(folder.resolve("data/redis")).doesNotExist();
  }

  @Test
  void withACertificateThePageIsServedByHttp2() throws Exception {
    OwnCertificate own = new OwnCertificate();
    HttpClient client = HttpClient.newBuilder().sslContext(own.trust()).build();
    node = run(
            "--event", event().toString(),
            "--tls-cert", own.certFile().toString(),
            "--tls-key", own.keyFile().toString())
        .ready();
    own.delete(); // was read at the start
    assertThat(node.output()).contains("https://127.0.0.1:" + port + "/events/");
    for (String path : List.of("/events/aea2026", "/health/live")) {
      HttpResponse<String> answer = client.send(
          HttpRequest.newBuilder(URI.create("https://localhost:" + port + path)).build(),
          BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
    }
  }

  @Test
  void whatWasStoredIsThereAfterTheProcessWasKilled() throws Exception {
    Path event = event();
    node = run("--event", event.toString()).ready();
    JsonObject before = post("{\"source\":\"test\",\"id\":\"1\",\"text\":\"kept\"}");
    node.kill();
    node = run("--event", event.toString()).ready();
    JsonObject again = post("{\"source\":\"test\",\"id\":\"1\",\"text\":\"kept\"}");
    assertThat(again.getJsonArray("numbers")).isEqualTo(before.getJsonArray("numbers"));
    assertThat(again.getString("epoch")).isEqualTo(before.getString("epoch"));
    assertThat(again.getLong("head")).isEqualTo(1);
  }

  @Test
  void aRedisThatIsAwayIsSaidAndWaitedFor() throws Exception {
    int nobody = FreePort.find();
    node = NodeProcess.start(
            folder.resolve("data"),
            Map.of("AFA_PORT", "" + port, "REDIS_URL", "redis://127.0.0.1:" + nobody),
            "--event",
            event().toString())
        .ready();
    await().untilAsserted(() -> assertThat(node.output()).contains("Redis is away"));
    assertThat(Http.get(port, "/events/aea2026/head").statusCode()).isEqualTo(503);
    assertThat(Http.get(port, "/health/live").statusCode()).isEqualTo(200);
  }

  @Test
  void anAddressOfAServerThatIsNoneIsSaidBeforeAnythingStarts() throws Exception {
    node = NodeProcess.start(
        folder.resolve("data"),
        Map.of(
            "AFA_PORT",
            "" + port,
            "REDIS_URL",
            "localhost:6379",
            "DATABASE_URL",
            "mysql://secret@x"));
    assertThat(node.exit(Duration.ofMinutes(1))).isEqualTo(2);
    assertThat(node.output())
        .contains("REDIS_URL is not an address such as redis://127.0.0.1:6379")
        .contains("DATABASE_URL is not an address")
        .doesNotContain("secret");
  }

  private NodeProcess run(String... arguments) throws Exception {
    Map<String, String> environment = arguments.length == 0
        ? Map.of("AFA_PORT", "" + port)
        : Map.of("AFA_PORT", "" + port, "AFA_INGEST_TOKEN", TOKEN);
    return NodeProcess.start(folder.resolve("data"), environment, arguments);
  }

  private Path event() throws Exception {
    return Files.writeString(
        folder.resolve("aea.yaml"),
        """
        event: aea2026
        name: An Event
        timeZone: Europe/Berlin
        from: 2026-05-24T08:00
        to: 2099-05-25T18:00
        """);
  }

  private JsonObject post(String body) throws Exception {
    return new JsonObject(
        Http.post(port, "/events/aea2026/updates", body, "Authorization", "Bearer " + TOKEN)
            .body());
  }

  private long head(String event) throws Exception {
    await().until(() -> Http.get(port, "/events/" + event + "/head").statusCode() == 200);
    return Http.json(port, "/events/" + event + "/head").getLong("head");
  }
}
