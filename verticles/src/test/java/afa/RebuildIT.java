package afa;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import afa.servers.DataDirectory;
import afa.servers.FreePort;
import afa.servers.RedisServer;
import afa.testkit.EventStreamReader;
import afa.testkit.Http;
import afa.testkit.NodeProcess;
import afa.testkit.RealServers;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A real Redis loses its memory while posts go on arriving and readers read. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class RebuildIT {
  private static final String EVENT = "aea2026";
  private static final String TOKEN = "secret-of-the-test";

  // One node for all tests: each disaster finds it as the one before left it.
  @TempDir(factory = DataDirectory.class)
  private static Path folder;

  private static final int port = FreePort.find();
  private static final Poster poster = new Poster(port, EVENT, TOKEN);
  private static Vertx vertx;
  private static RedisServer redis;
  private static String database;
  private static NodeProcess node;

  @BeforeAll
  static void start() throws Exception {
    vertx = Vertx.vertx();
    redis = RedisServer.start(Files.createDirectories(folder.resolve("own")), 21_300);
    database = RealServers.migratedDatabase();
    node = run().ready();
  }

  private static NodeProcess run() throws Exception {
    Path event = Files.writeString(
        folder.resolve("aea.yaml"),
        """
        event: aea2026
        name: An Event
        timeZone: Europe/Berlin
        from: 2026-05-24T08:00
        to: 2099-05-25T18:00
        """);
    return NodeProcess.start(
        folder.resolve("data"),
        Map.of(
            "AFA_PORT",
            "" + port,
            "AFA_INGEST_TOKEN",
            TOKEN,
            "REDIS_URL",
            redis.url(),
            "DATABASE_URL",
            database),
        "--event",
        event.toString());
  }

  @AfterAll
  static void cleanUp() throws Exception {
    if (node != null) node.cleanUp();
    if (redis != null) redis.stop();
    vertx.close().await(30, SECONDS);
  }

  @BeforeEach
  void startPosting() throws Exception {
    await().until(() -> Http.get(port, "/health/ready").statusCode() == 200);
    poster.start();
  }

  @AfterEach
  void stopPosting() throws Exception {
    poster.stop();
  }

  @Test
  void flushedUnderLoadItIsTheSameLogAgain() throws Exception {
    assertStaysTheSame(() -> tell(Command.FLUSHALL));
  }

  @Test
  void replacedByAnEmptyOneItIsTheSameLogAgain() throws Exception {
    assertStaysTheSame(() -> {
      kill();
      delete(appendOnly());
      redis.restart();
    });
  }

  @Test
  void rolledBackToAnOlderCopyItIsTheSameLogAgain() throws Exception {
    assertStaysTheSame(() -> {
      Path copy = folder.resolve("copy");
      copy(appendOnly(), copy);
      long then = head();
      await().until(() -> head() > then + 30);
      kill();
      delete(appendOnly());
      copy(copy, appendOnly());
      redis.restart();
    });
  }

  @Test
  @Order(1) // all that the archive has comes as one page
  void lostWhileNoNodeLivedItBeginsANewLifeWithAllThatTheArchiveHas() throws Exception {
    await().until(() -> head() > 50);
    poster.stop();
    String epoch = epoch();
    long head = head();
    await().until(() -> archived(epoch).size() == head);
    node.terminate();
    node.exit(Duration.ofSeconds(30));
    tell(Command.FLUSHALL);
    node = run().ready();
    await().until(() -> Http.get(port, "/events/" + EVENT + "/head").statusCode() == 200);
    assertThat(head()).isEqualTo(head);
    assertThat(epoch()).isNotEqualTo(epoch);
    JsonObject told = Http.json(
        port, "/events/" + EVENT + "/updates?since=" + head + "&epoch=" + epoch + "&limit=1000");
    assertThat(told.getBoolean("reset")).isTrue();
    assertThat(told.getJsonArray("updates")).hasSize((int) head);
  }

  private interface Disaster {
    void strike() throws Exception;
  }

  private void assertStaysTheSame(Disaster disaster) throws Exception {
    EventStreamReader reader =
        EventStreamReader.open(vertx, port, "/events/" + EVENT + "/stream", Map.of());
    await().until(() -> head() > 50);
    String epoch = epoch();
    int rebuilt = rebuilt();
    disaster.strike();
    int then = poster.numbers().size();
    await().atMost(Duration.ofMinutes(1)).until(() -> poster.numbers().size() > then + 50);
    poster.stop();
    assertThat(epoch()).isEqualTo(epoch);
    await().until(() -> archived(epoch).size() == head());
    int head = (int) head();
    assertThat(poster.numbers()).isSorted().doesNotHaveDuplicates().hasSize(head);
    List<String> logged = logged();
    assertThat(logged).hasSize(head);
    assertThat(archived(epoch)).isEqualTo(logged);
    assertThat(reader.next(head).stream().map(EventStreamReader.Event::data)).isEqualTo(logged);
    assertThat(rebuilt()).isGreaterThan(rebuilt);
  }

  /** How often the node said that it was. */
  private static int rebuilt() throws Exception {
    return node.output().split("every update has its number again", -1).length - 1;
  }

  private List<String> logged() throws Exception {
    List<String> entries = new ArrayList<>();
    Redis client = Redis.createClient(vertx, redis.url());
    Response all = client
        .send(Request.cmd(Command.LRANGE)
            .arg("afa:{" + EVENT + "}:updates")
            .arg(0)
            .arg(-1))
        .eventually(client::close)
        .await(30, SECONDS);
    for (Response entry : all) entries.add(entry.toString());
    return entries;
  }

  private List<String> archived(String epoch) throws Exception {
    List<String> entries = new ArrayList<>();
    try (Connection connection = RealServers.connect(database);
        var statement = connection.prepareStatement(
            "select body::text from updates where event = ? and epoch = ? order by n")) {
      statement.setString(1, EVENT);
      statement.setString(2, epoch);
      ResultSet rows = statement.executeQuery();
      while (rows.next()) entries.add(rows.getString(1));
    }
    return entries;
  }

  private long head() throws Exception {
    return Http.json(port, "/events/" + EVENT + "/head").getLong("head");
  }

  private String epoch() throws Exception {
    return Http.json(port, "/events/" + EVENT + "/head").getString("epoch");
  }

  private void tell(Command command) throws Exception {
    Redis client = Redis.createClient(vertx, redis.url());
    client.send(Request.cmd(command)).eventually(client::close).await(30, SECONDS);
  }

  private void kill() throws Exception {
    ProcessHandle process = ProcessHandle.of(redis.pid()).orElseThrow();
    process.destroyForcibly();
    process.onExit().get(30, TimeUnit.SECONDS);
  }

  private Path appendOnly() {
    return folder.resolve("own/redis/appendonlydir");
  }

  private static void delete(Path directory) throws Exception {
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) Files.delete(file);
    }
    Files.delete(directory);
  }

  private static void copy(Path from, Path to) throws Exception {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) Files.copy(file, to.resolve(file.getFileName()));
    }
  }
}
