package afa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import afa.servers.DataDirectory;
import afa.servers.FreePort;
import afa.testkit.Http;
import afa.testkit.NodeProcess;
import afa.testkit.RealServers;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole node: what is posted during a talk is in that talk, in the log and in the archive. */
final class PlacedPostsIT {
  private static final String TOKEN = "secret-of-the-test";

  @TempDir(factory = DataDirectory.class)
  private Path folder;

  private final int port = FreePort.find();
  private String database = "";
  private NodeProcess node;

  @BeforeEach
  void start() throws Exception {
    database = RealServers.freshDatabase();
    Instant start = Instant.now().minusSeconds(600);
    Files.writeString(
        folder.resolve("schedule.csv"),
        "id,start,end,room,title\ngrids," + start + "," + start.plusSeconds(5_400)
            + ",Hall,Grids\n");
    Path event = Files.writeString(
        folder.resolve("aea.yaml"),
        """
        event: aea
        name: An Event
        timeZone: UTC
        from: 2026-01-01T08:00
        to: 2099-01-01T18:00
        schedule: schedule.csv
        """);
    node = NodeProcess.start(
            folder.resolve("data"),
            Map.of("AFA_INGEST_TOKEN", TOKEN, "DATABASE_URL", database),
            "--port",
            "" + port,
            "--event",
            event.toString())
        .ready();
  }

  @AfterEach
  void cleanUp() throws Exception {
    if (node != null) node.cleanUp();
  }

  @Test
  void aPostStandsInItsTalkWhereverItIsRead() throws Exception {
    // The store hears of the schedule soon after the start.
    await().until(() -> Http.get(port, "/events/aea/stage").body().contains("Grids"));
    post("first");
    AtomicInteger next = new AtomicInteger();
    await().pollInterval(Duration.ofMillis(300)).until(() -> {
      String id = "p" + next.incrementAndGet();
      post(id);
      return talks(id).equals(List.of("grids"));
    });
    await().untilAsserted(() -> assertThat(rows()).contains("first grids", "p" + next + " grids"));
  }

  private void post(String id) throws Exception {
    JsonObject post = new JsonObject()
        .put("source", "test")
        .put("id", id)
        .put("text", "Grids are fine")
        .put("postedAt", Instant.now().toString());
    var answer =
        Http.post(port, "/events/aea/updates", post.encode(), "Authorization", "Bearer " + TOKEN);
    assertThat(answer.statusCode()).isEqualTo(201);
  }

  private List<String> talks(String id) throws Exception {
    JsonArray updates =
        Http.json(port, "/events/aea/updates?since=0&wait=0").getJsonArray("updates");
    List<String> talks = new ArrayList<>();
    for (int i = 0; i < updates.size(); i++) {
      JsonObject update = updates.getJsonObject(i);
      JsonArray placed = update.getJsonArray("talks", new JsonArray());
      if (id.equals(update.getString("id"))) placed.forEach(talk -> talks.add(talk.toString()));
    }
    return talks;
  }

  private List<String> rows() throws Exception {
    try (Connection connection = RealServers.connect(database);
        ResultSet rows =
            connection.createStatement().executeQuery("select id || ' ' || talk from placements")) {
      List<String> strings = new ArrayList<>();
      while (rows.next()) strings.add(rows.getString(1));
      return strings;
    }
  }
}
