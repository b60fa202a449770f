package afa.store;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import afa.feed.EventInfo;
import afa.message.AppendPosts;
import afa.message.ReadLog;
import afa.servers.DataDirectory;
import afa.servers.FreePort;
import afa.servers.RedisServer;
import afa.testkit.Posts;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log in a Redis Cluster and behind Sentinels, with real servers; each needs a password. */
final class RedisModesIT {
  private static final String PASSWORD = "secret-of-the-test";

  @TempDir(factory = DataDirectory.class)
  private Path folder;

  private final Vertx vertx = Vertx.vertx();
  private final List<Process> processes = new ArrayList<>();

  @AfterEach
  void stop() throws Exception {
    for (Process process : processes) process.destroyForcibly().waitFor();
    vertx.close().await(30, SECONDS);
  }

  @Test
  void aClusterKeepsEachEventOnOneOfItsNodes() throws Exception {
    List<Integer> ports = List.of(clusterPort(), clusterPort(), clusterPort());
    for (int port : ports) {
      server(port, "cluster-enabled yes", "cluster-config-file nodes-" + port + ".conf");
    }
    int slots = 16_384 / 3 + 1;
    for (int i = 0; i < 3; i++) {
      int last = Math.min(16_383, (i + 1) * slots - 1);
      tell(ports.get(i), "CLUSTER", "ADDSLOTSRANGE", "" + i * slots, "" + last);
      tell(ports.get(i), "CLUSTER", "SET-CONFIG-EPOCH", "" + (i + 1));
    }
    for (int port : ports) tell(ports.get(0), "CLUSTER", "MEET", "127.0.0.1", "" + port);
    for (int port : ports) {
      await().until(() -> tell(port, "CLUSTER", "INFO").toString().contains("cluster_state:ok"));
    }
    RedisLog log = RedisLog.at(vertx, url(ports.get(0)) + "," + url(ports.get(1)) + "?cluster");
    for (int i = 0; i < 6; i++) use(log, "event" + i);
    for (int port : ports) {
      assertThat(tell(port, "DBSIZE").toInteger()).as("keys at " + port).isPositive();
    }
    assertThat(log.identity().await(30, SECONDS)).isNotEmpty();
    assertThat(log.events().await(30, SECONDS)).hasSize(6);
    log.close().await(30, SECONDS);
  }

  @Test
  void behindSentinelsTheLogGoesOnAtTheNewMaster() throws Exception {
    int master = FreePort.find();
    int replica = FreePort.find();
    int sentinel = FreePort.find();
    server(master, "masterauth " + PASSWORD);
    server(replica, "masterauth " + PASSWORD, "replicaof 127.0.0.1 " + master);
    await().until(() -> tell(replica, "INFO", "replication").toString().contains("link_status:up"));
    sentinel(sentinel, master);
    await().until(() -> tell(sentinel, "SENTINEL", "REPLICAS", "afa").size() == 1);
    RedisLog log = RedisLog.at(vertx, url(sentinel) + "?sentinel=afa");
    use(log, "before");
    await().until(() -> tell(replica, "EXISTS", "afa:{before}:epoch").toInteger() == 1);
    processes.get(0).destroyForcibly().waitFor();
    await().ignoreExceptions().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(
            log.append(posts("before", 4, 6)).await(30, SECONDS).answer().head())
        .isEqualTo(6));
    log.close().await(30, SECONDS);
  }

  private static void use(RedisLog log, String event) throws Exception {
    LocalDateTime day = LocalDateTime.parse("2026-05-24T08:00");
    log.register(new EventInfo(event, event, "UTC", day, day.plusDays(1), null)).await(30, SECONDS);
    assertThat(log.begin(event, "", 0, false).await(30, SECONDS)).isTrue();
    assertThat(log.append(posts(event, 1, 3)).await(30, SECONDS).answer().head())
        .isEqualTo(3);
    assertThat(log.read(new ReadLog(event, 1, 9)).await(30, SECONDS).entries()).hasSize(2);
    assertThat(log.cursor(event, "x").await(30, SECONDS).cursor()).isEqualTo("c3");
    assertThat(log.coverage(event).await(30, SECONDS)).isEmpty();
  }

  private static AppendPosts posts(String event, long from, long to) {
    return new AppendPosts(event, "x", Posts.posts(from, to), "c" + to);
  }

  private static String url(int port) {
    return "redis://:" + PASSWORD + "@127.0.0.1:" + port;
  }

  /** A node of a cluster also listens at its port and 10,000. */
  private static int clusterPort() {
    int port = FreePort.find();
    return port + 10_000 <= 65_535 ? port : port - 10_000;
  }

  private void server(int port, String... settings) throws Exception {
    List<String> lines = new ArrayList<>(List.of(settings));
    lines.add("port " + port);
    lines.add("requirepass " + PASSWORD);
    lines.add("appendonly no");
    lines.add("save \"\"");
    launch(port, lines, List.of());
  }

  private void sentinel(int port, int master) throws Exception {
    launch(
        port,
        List.of(
            "port " + port,
            "requirepass " + PASSWORD,
            "sentinel monitor afa 127.0.0.1 " + master + " 1",
            "sentinel auth-pass afa " + PASSWORD,
            "sentinel down-after-milliseconds afa 1000",
            "sentinel failover-timeout afa 5000"),
        List.of("--sentinel"));
  }

  private void launch(int port, List<String> settings, List<String> options) throws Exception {
    Path directory = Files.createDirectories(folder.resolve("" + port));
    List<String> lines = new ArrayList<>(settings);
    lines.add("bind 127.0.0.1");
    lines.add("dir " + directory);
    Path file = Files.write(directory.resolve("redis.conf"), lines);
    List<String> command = new ArrayList<>(List.of(program(), file.toString()));
    command.addAll(options);
    processes.add(new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve("log").toFile())
        .start());
    await().ignoreExceptions().until(() -> tell(port, "PING").toString().equals("PONG"));
  }

  /** The one that comes with the product, unpacked by a server that is not needed any more. */
  private String program() throws Exception {
    Path bin = folder.resolve("unpacked/redis/bin");
    if (!Files.exists(bin)) {
      RedisServer.start(Files.createDirectories(folder.resolve("unpacked")), 21_400)
          .stop();
    }
    try (Stream<Path> files = Files.list(bin)) {
      return files.findFirst().orElseThrow().toString();
    }
  }

  private Response tell(int port, String command, String... arguments) throws Exception {
    Redis client = Redis.createClient(vertx, url(port));
    Request request = Request.cmd(Command.create(command));
    for (String argument : arguments) request.arg(argument);
    return client.send(request).eventually(client::close).await(30, TimeUnit.SECONDS);
  }
}
