package afa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import afa.servers.DataDirectory;
import afa.servers.FreePort;
import afa.testkit.Http;
import afa.testkit.NodeProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a node that runs has to do with those who come to it; one for all tests. */
final class RunningNodeIT {
  private static final String TOKEN = "secret-of-the-test";
  private static final String FEED = "/events/aea2026/updates";

  @TempDir(factory = DataDirectory.class)
  private static Path folder;

  private static final int port = FreePort.find();
  private static NodeProcess node;

  @BeforeAll
  static void start() throws Exception {
    Path event = Files.writeString(
        folder.resolve("aea.yaml"),
        """
        event: aea2026
        name: An Event
        timeZone: Europe/Berlin
        from: 2026-05-24T08:00
        to: 2099-05-25T18:00
        """);
    Map<String, String> environment = Map.of("AFA_PORT", "" + port, "AFA_INGEST_TOKEN", TOKEN);
    node = NodeProcess.start(folder.resolve("data"), environment, "--event", event.toString())
        .ready();
  }

  @AfterAll
  static void cleanUp() throws Exception {
    if (node != null) node.cleanUp();
  }

  @Test
  void aSecondStartOnAUsedPortExplainsItselfAndExitsWith2() throws Exception {
    NodeProcess second = node.another(Map.of("AFA_PORT", "" + port));
    assertThat(second.exit(Duration.ofMinutes(1))).isEqualTo(2);
    assertThat(second.output())
        .contains("Port " + port + " of 127.0.0.1 cannot be used")
        .contains("./afa run --port " + (port + 1));
    assertThat(Http.get(port, "/health/live").statusCode()).isEqualTo(200);
  }

  @Test
  void postsByHttpNeedTheTokenAndMustBePosts() throws Exception {
    long before = head();
    String authorization = "Bearer " + TOKEN;
    assertThat(Http.post(port, FEED, "{}").statusCode()).isEqualTo(401);
    assertThat(Http.post(port, FEED, "{}", "Authorization", "Bearer x").statusCode())
        .isEqualTo(401);
    for (String bad : new String[] {
      "",
      "{",
      "3",
      "{}",
      "[{\"source\":\"a\"}]",
      "{\"source\":\"a\",\"id\":\"1\",\"url\":\"javascript:alert(1)\"}",
      "{\"source\":\"a\",\"id\":\"1\",\"text\":\"ab\",\"links\":[{\"start\":0,\"end\":9,\"url\":\"https://a\",\"kind\":\"link\"}]}"
    }) {
      assertThat(Http.post(port, FEED, bad, "Authorization", authorization).statusCode())
          .as(bad)
          .isEqualTo(400);
    }
    assertThat(Http.post(
                port,
                "/events/nobody/updates",
                "{\"source\":\"a\",\"id\":\"1\"}",
                "Authorization",
                authorization)
            .statusCode())
        .isEqualTo(404);
    assertThat(head()).isEqualTo(before);
  }

  @Test
  void aDeliveryNodeJoinsAndServesTheSameLogAndASecondRedisIsRefused() throws Exception {
    String one = "{\"source\":\"test\",\"id\":\"1\",\"text\":\"kept\"}";
    assertThat(Http.post(port, FEED, one, "Authorization", "Bearer " + TOKEN).statusCode())
        .isEqualTo(201);
    int second = FreePort.find();
    NodeProcess delivery = node.another(Map.of(), "--roles", "delivery", "--port", "" + second);
    try {
      delivery.ready();
      await().until(() -> Http.get(second, "/health/ready").statusCode() == 200);
      assertThat(Http.json(second, "/events/aea2026/updates?wait=0").getJsonArray("updates"))
          .hasSize(1);
    } finally {
      delivery.kill();
    }
    NodeProcess stranger = node.another(
        Map.of(), "--port", "" + second, "--data", folder.resolve("other").toString());
    try {
      assertThat(stranger.exit(Duration.ofMinutes(1))).isEqualTo(2);
      assertThat(stranger.output()).contains("another node writes to another Redis");
    } finally {
      stranger.cleanUp();
    }
  }

  private static long head() throws Exception {
    await().until(() -> Http.get(port, "/events/aea2026/head").statusCode() == 200);
    return Http.json(port, "/events/aea2026/head").getLong("head");
  }
}
