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
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Redis loses its memory while the log of an event that is over rests, so nobody looks. */
final class RestingLossIT {
  private static final String EVENT = "aea2010";
  private static final String FEED = "/events/" + EVENT;
  private static final String TOKEN = "secret-of-the-test";
  private static final String NAME = "one";
  private static final String PASSWORD = "password-of-the-test";

  /** More than the memory of a delivery node takes, so that old cursors are served from the log. */
  private static final int POSTS = 400;

  private static final String TEXT = "What was said in 2010. ".repeat(200);

  // One node for all tests: each loss finds it as the one before left it.
  @TempDir(factory = DataDirectory.class)
  private static Path folder;

  private static final int port = FreePort.find();
  private static Vertx vertx;
  private static RedisServer redis;
  private static Redis client;
  private static String database;
  private static NodeProcess node;
  private static int said;

  private String epoch;
  private List<String> before;

  @BeforeAll
  static void start() throws Exception {
    vertx = Vertx.vertx();
    redis = RedisServer.start(Files.createDirectories(folder.resolve("own")), 21_700);
    client = Redis.createClient(vertx, redis.url());
    database = RealServers.migratedDatabase();
    Files.createDirectories(folder.resolve("data/conf"));
    Files.writeString(
        folder.resolve("data/conf/afa.yaml"),
        "start:\n  warmUpMillis: 0\ndelivery:\n  tailBytes: 1048576\n");
    node = run().ready();
    await().until(() -> Http.get(port, "/health/ready").statusCode() == 200);
    while (said < POSTS) say(20);
  }

  private static NodeProcess run() throws Exception {
    Path event = Files.writeString(
        folder.resolve("aea.yaml"),
        """
        event: aea2010
        name: An Event
        timeZone: Europe/Berlin
        from: 2010-05-24T08:00
        to: 2010-05-25T18:00
        """);
    return NodeProcess.start(
        folder.resolve("data"),
        Map.of(
            "AFA_PORT",
            "" + port,
            "AFA_INGEST_TOKEN",
            TOKEN,
            "AFA_NODE",
            NAME,
            "AFA_ADMIN_PASSWORD",
            PASSWORD,
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
    if (client != null) client.close();
    if (redis != null) redis.stop();
    vertx.close().await(10, SECONDS);
  }

  /** Everything is archived, and nobody asks Redis for anything. */
  @BeforeEach
  void rest() throws Exception {
    epoch = Http.json(port, FEED + "/head").getString("epoch");
    await().until(() -> archived(epoch).size() == said);
    before = archived(epoch);
    AtomicLong last = new AtomicLong();
    await().during(Duration.ofSeconds(3)).until(() -> {
      long calls = calls();
      return last.getAndSet(calls) == calls;
    });
  }

  @Test
  void aReaderWithAnOldCursorGetsWhatWasThere() throws Exception {
    tell(Command.FLUSHALL);
    await().until(() -> Http.get(port, FEED + "/updates?since=5&wait=0").statusCode() == 200);
    expectAllSince(5);
    assertThat(say(1)).containsExactly((long) said);
    expectTheSameLife();
  }

  @Test
  void aNewPostInAnEmptyOneIsTheNextNumberAndReachesReaders() throws Exception {
    EventStreamReader reader =
        EventStreamReader.open(vertx, port, FEED + "/stream?since=" + said, Map.of());
    kill();
    delete(folder.resolve("own/redis/appendonlydir"));
    redis.restart();
    assertThat(say(1)).containsExactly((long) said);
    assertThat(new JsonObject(reader.next().data()).getInteger("n")).isEqualTo(said);
    reader.close();
    expectTheSameLife();
    expectAllSince(5);
  }

  @Test
  void aStoreThatStartsAnewThereafterPutsItBack() throws Exception {
    tell(Command.FLUSHALL);
    restartTheStore();
    assertThat(say(1)).containsExactly((long) said);
    expectTheSameLife();
    expectAllSince(5);
  }

  @Test
  void aNodeThatStartsAnewThereafterBeginsANewLifeWithAllOfIt() throws Exception {
    tell(Command.FLUSHALL);
    node.terminate();
    node.exit(Duration.ofSeconds(30));
    node = run().ready();
    await().until(() -> Http.get(port, FEED + "/head").statusCode() == 200);
    JsonObject head = Http.json(port, FEED + "/head");
    assertThat(head.getInteger("head")).isEqualTo(said);
    assertThat(head.getString("epoch")).isNotEqualTo(epoch);
    String path = FEED + "/updates?wait=0&since=5&epoch=" + epoch;
    await().until(() -> Http.get(port, path).statusCode() == 200);
    assertThat(Http.json(port, path).getBoolean("reset")).isTrue();
    assertThat(say(1)).containsExactly((long) said);
    epoch = head.getString("epoch");
    await().until(() -> archived(epoch).size() == said);
    assertThat(archived(epoch)).startsWith(before.toArray(String[]::new));
    expectAllSince(0);
  }

  private void expectTheSameLife() throws Exception {
    assertThat(Http.json(port, FEED + "/head").getString("epoch")).isEqualTo(epoch);
    assertThat(client
            .send(Request.cmd(Command.LLEN).arg("afa:{" + EVENT + "}:updates"))
            .await(30, SECONDS)
            .toInteger())
        .isEqualTo(said);
    await().until(() -> archived(epoch).size() == said);
    assertThat(archived(epoch)).startsWith(before.toArray(String[]::new));
  }

  /** As a reader does: one page after the other, each asked for again while it cannot be had. */
  private void expectAllSince(int since) throws Exception {
    List<Integer> numbers = new ArrayList<>();
    for (int next = since; next < said; ) {
      String path = FEED + "/updates?wait=0&since=" + next + "&epoch=" + epoch;
      await().until(() -> Http.get(port, path).statusCode() == 200);
      JsonObject page = Http.json(port, path);
      assertThat(page.getBoolean("reset", false)).isFalse();
      JsonArray updates = page.getJsonArray("updates");
      for (int i = 0; i < updates.size(); i++) {
        JsonObject update = updates.getJsonObject(i);
        assertThat(update.getString("text")).isEqualTo(text(update.getInteger("n")));
        numbers.add(update.getInteger("n"));
      }
      next = page.getInteger("next");
    }
    assertThat(numbers).isEqualTo(IntStream.rangeClosed(since + 1, said).boxed().toList());
  }

  private static String text(int n) {
    return n + " " + TEXT.strip();
  }

  /** So many more, until they are acknowledged; gives their numbers. */
  private static List<Long> say(int posts) throws Exception {
    JsonArray all = new JsonArray();
    for (int i = 1; i <= posts; i++) {
      int n = said + i;
      all.add(new JsonObject().put("source", "test").put("id", "" + n).put("text", text(n)));
    }
    List<Long> numbers = new ArrayList<>();
    await().until(() -> {
      var answer =
          Http.post(port, FEED + "/updates", all.encode(), "Authorization", "Bearer " + TOKEN);
      if (answer.statusCode() != 201) return false;
      JsonArray told = new JsonObject(answer.body()).getJsonArray("numbers");
      for (int i = 0; i < told.size(); i++) numbers.add(told.getLong(i));
      return true;
    });
    said += posts;
    return numbers;
  }

  private static void restartTheStore() throws Exception {
    byte[] login = ("admin:" + PASSWORD).getBytes(StandardCharsets.UTF_8);
    String basic = "Basic " + Base64.getEncoder().encodeToString(login);
    var answer = Http.post(
        port,
        "/console/api/nodes/" + NAME + "/verticles/store/restart",
        "",
        "Authorization",
        basic);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private static long calls() throws Exception {
    String stats = client
        .send(Request.cmd(Command.INFO).arg("commandstats"))
        .await(30, SECONDS)
        .toString();
    return stats
        .lines()
        .filter(line -> line.startsWith("cmdstat_") && !line.startsWith("cmdstat_info"))
        .mapToLong(line -> Long.parseLong(line.replaceFirst(".*:calls=(\\d+),.*", "$1")))
        .sum();
  }

  private static List<String> archived(String epoch) throws Exception {
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

  private static void tell(Command command) throws Exception {
    client.send(Request.cmd(command)).await(30, SECONDS);
  }

  private static void kill() throws Exception {
    ProcessHandle process = ProcessHandle.of(redis.pid()).orElseThrow();
    process.destroyForcibly();
    process.onExit().get(10, TimeUnit.SECONDS);
  }

  private static void delete(Path directory) throws Exception {
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) Files.delete(file);
    }
    Files.delete(directory);
  }
}
