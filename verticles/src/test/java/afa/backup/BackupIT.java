package afa.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import afa.config.Environment;
import afa.servers.DataDirectory;
import afa.servers.FreePort;
import afa.testkit.NodeProcess;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node that loses its data directory goes on from a backup that was made under load. */
final class BackupIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir(factory = DataDirectory.class)
  private Path folder;

  private final int port = FreePort.find();
  private NodeProcess node;

  @AfterEach
  void cleanUp() throws Exception {
    if (node != null) node.cleanUp();
  }

  @Test
  void logAndArchiveAreEntryByEntryWhatTheyWereWhenTheBackupWasMade() throws Exception {
    Path data = Files.createDirectory(folder.resolve("data"));
    Path backup = folder.resolve("backups").resolve("monday");
    node = start(data);
    PostingThread posting = PostingThread.start(port);
    try {
      await().ignoreExceptions().atMost(PATIENCE).until(() -> log().size() > 200);
      run("backup", backup, data);
      long then = log().size();
      await().ignoreExceptions().atMost(PATIENCE).until(() -> log().size() > then + 50);
    } finally {
      posting.end();
    }
    List<JsonObject> before = log();
    String life = life();
    assertThatThrownBy(() -> run("restore", backup, data)).hasMessageContaining("stop that");
    node.kill();
    node.servers().forEach(server -> kill(server));
    Trees.delete(data);

    run("restore", backup, data);
    node = start(data);
    await().ignoreExceptions().atMost(PATIENCE).until(() -> log().size() >= 200);
    List<JsonObject> after = log();
    assertThat(after).hasSizeBetween(200, before.size() - 1);
    assertThat(after).isEqualTo(before.subList(0, after.size()));
    await().ignoreExceptions().atMost(PATIENCE).untilAsserted(() -> assertThat(archive(data))
        .isEqualTo(after));
    assertThat(life()).isNotEqualTo(life); // numbers that somebody has may mean other posts now
    assertThat(PostingThread.post(port, "one more")).isEqualTo(after.size() + 1);
  }

  private static void kill(ProcessHandle server) {
    server.destroyForcibly();
    server.onExit().join();
  }

  private static void run(String command, Path backup, Path data) {
    BackupCommand.run(
        command, List.of(backup.toString(), "--data", data.toString()), new Environment(Map.of()));
  }

  private NodeProcess start(Path data) throws Exception {
    Path event = folder.resolve("wall.yaml");
    Files.writeString(
        event,
        "event: wall\nname: Wall\ntimeZone: UTC\nfrom: 2026-01-01T00:00\nto: 2099-01-01T00:00\n");
    return NodeProcess.start(
            data,
            Map.of("AFA_INGEST_TOKEN", PostingThread.TOKEN),
            "--port",
            Integer.toString(port),
            "--event",
            event.toString())
        .ready();
  }

  private String life() throws Exception {
    return PostingThread.get(port, "/events/wall/head").getString("epoch");
  }

  private List<JsonObject> log() throws Exception {
    List<JsonObject> log = new ArrayList<>();
    while (true) {
      String path = "/events/wall/updates?wait=0&limit=200&since=" + log.size();
      JsonArray page = PostingThread.get(port, path).getJsonArray("updates");
      if (page.isEmpty()) return log;
      page.forEach(update -> log.add((JsonObject) update));
    }
  }

  private static List<JsonObject> archive(Path data) throws Exception {
    Properties endpoint = new Properties();
    try (var reader = Files.newBufferedReader(data.resolve("postgres/endpoint"))) {
      endpoint.load(reader);
    }
    String jdbc = "jdbc:postgresql://127.0.0.1:" + endpoint.getProperty("port") + "/afa";
    List<JsonObject> entries = new ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection(jdbc, "afa", endpoint.getProperty("password"));
        ResultSet rows =
            connection.createStatement().executeQuery("select body from updates order by n")) {
      while (rows.next()) entries.add(new JsonObject(rows.getString(1)));
    }
    return entries;
  }
}
