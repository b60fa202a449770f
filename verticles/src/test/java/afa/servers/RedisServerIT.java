package afa.servers;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(VertxExtension.class)
class RedisServerIT {
  @TempDir(factory = DataDirectory.class)
  Path data;

  private RedisServer server;

  @AfterEach
  void stop() throws Exception {
    if (server != null) server.stop();
  }

  @Test
  void whatItAcknowledgedSurvivesKill9(Vertx vertx) throws Exception {
    server = RedisServer.start(data, 16_399);
    ask(vertx, Request.cmd(Command.RPUSH).arg("list").arg("one").arg("two"));
    kill(server.pid());
    server.restart();
    assertThat(ask(vertx, Request.cmd(Command.LLEN).arg("list")).toLong()).isEqualTo(2);
  }

  @Test
  void itWritesEveryCommandToDiskBeforeItAnswers(Vertx vertx) throws Exception {
    server = RedisServer.start(data, 16_399);
    assertThat(setting(vertx, "appendonly")).isEqualTo("yes");
    assertThat(setting(vertx, "appendfsync")).isEqualTo("always");
    assertThat(setting(vertx, "maxmemory-policy")).isEqualTo("noeviction");
    assertThat(setting(vertx, "bind")).isEqualTo("127.0.0.1");
  }

  @Test
  void aServerThatOutlivedItsNodeIsAdopted() throws Exception {
    long orphan = OtherNode.startAndKill(data, "redis");
    server = RedisServer.start(data, 16_399);
    assertThat(server.adopted()).isTrue();
    assertThat(server.pid()).isEqualTo(orphan);
  }

  @Test
  void aPortThatIsTakenIsLeftToItsOwner() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      server = RedisServer.start(data, taken.getLocalPort());
      assertThat(server.port()).isGreaterThan(taken.getLocalPort());
    }
  }

  @Test
  void itComesBackAtThePortItHadBefore() throws Exception {
    server = RedisServer.start(data, Ports.freeFrom(17_000));
    int port = server.port();
    server.stop();
    server = RedisServer.start(data, 16_399);
    assertThat(server.port()).isEqualTo(port);
    assertThat(server.adopted()).isFalse();
  }

  @Test
  void strangersOfTheMachineAreRefused(Vertx vertx) throws Exception {
    server = RedisServer.start(data, 16_399);
    Redis stranger = Redis.createClient(vertx, "redis://127.0.0.1:" + server.port());
    Throwable refusal = stranger
        .send(Request.cmd(Command.FLUSHALL))
        .transform(done -> done.failed()
            ? io.vertx.core.Future.succeededFuture(done.cause())
            : io.vertx.core.Future.failedFuture("a stranger may empty our Redis"))
        .await(30, TimeUnit.SECONDS);
    stranger.close();
    assertThat(refusal).hasMessageContaining("NOAUTH");
  }

  @Test
  void stoppingLeavesNoProcess() throws Exception {
    server = RedisServer.start(data, 16_399);
    ProcessHandle process = ProcessHandle.of(server.pid()).orElseThrow();
    server.stop();
    assertThat(Waiting.isAlive(process)).isFalse();
  }

  private String setting(Vertx vertx, String name) throws Exception {
    return ask(vertx, Request.cmd(Command.CONFIG).arg("GET").arg(name))
        .get(name)
        .toString();
  }

  private Response ask(Vertx vertx, Request request) throws Exception {
    Redis client = Redis.createClient(vertx, server.url());
    try {
      return client.send(request).await(30, TimeUnit.SECONDS);
    } finally {
      client.close();
    }
  }

  private static void kill(long pid) throws Exception {
    ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
    process.destroyForcibly();
    assertThat(Waiting.ended(process, Duration.ofSeconds(30))).isTrue();
  }
}
