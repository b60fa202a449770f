package afa.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServersIT {
  @TempDir(factory = DataDirectory.class)
  Path data;

  private EmbeddedServers servers;
  private ServerKind redis;
  private ServerKind postgres;

  @BeforeEach
  void locate() throws Exception {
    UnpackedPostgres.link(data);
    redis = new RedisKind(data.toRealPath());
    postgres = new PostgresKind(data.toRealPath());
  }

  @AfterEach
  void release() throws Exception {
    if (servers != null) servers.release();
    for (ServerKind kind : new ServerKind[] {redis, postgres}) {
      process(kind).ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  @Test
  void aServerThatIsKilledComesBackAtItsAddress() throws Exception {
    servers = EmbeddedServers.start(data, true, true);
    String addresses = servers.redisUrl() + " " + servers.databaseUrl();
    for (ServerKind kind : new ServerKind[] {redis, postgres}) {
      ProcessHandle killed = process(kind).orElseThrow();
      killed.destroyForcibly();
      await(kind.name()).until(() -> runsAnew(kind, killed.pid()));
    }
    assertThat(servers.redisUrl() + " " + servers.databaseUrl()).isEqualTo(addresses);
  }

  @Test
  void anAdoptedServerThatIsKilledComesBackToo() throws Exception {
    long orphan = OtherNode.startAndKill(data, "redis");
    servers = EmbeddedServers.start(data, true, false);
    process(redis).orElseThrow().destroyForcibly();
    await().until(() -> runsAnew(redis, orphan));
  }

  @Test
  void releasingStopsThemWhenNobodyElseIsThere() throws Exception {
    servers = EmbeddedServers.start(data, true, true);
    ProcessHandle first = process(redis).orElseThrow();
    ProcessHandle second = process(postgres).orElseThrow();
    servers.release();
    assertThat(Waiting.isAlive(first)).isFalse();
    assertThat(Waiting.isAlive(second)).isFalse();
  }

  @Test
  void theLastNodeToLeaveStopsThem() throws Exception {
    servers = EmbeddedServers.start(data, true, false);
    ProcessHandle server = process(redis).orElseThrow();
    try (OtherNode other = OtherNode.start(data, "redis")) {
      assertThat(other.pid()).isEqualTo(server.pid());
      servers.release();
      assertThat(Waiting.isAlive(server)).isTrue();
      other.release();
    }
    assertThat(Waiting.isAlive(server)).isFalse();
  }

  @Test
  void aNodeThatWasKilledHoldsNothing() throws Exception {
    OtherNode.startAndKill(data, "redis");
    servers = EmbeddedServers.start(data, true, false);
    ProcessHandle server = process(redis).orElseThrow();
    servers.release();
    assertThat(Waiting.isAlive(server)).isFalse();
  }

  @Test
  void twoNodesThatStartAtOnceShareOneServer() throws Exception {
    try (OtherNode one = OtherNode.start(data, "postgres");
        OtherNode two = OtherNode.start(data, "postgres")) {
      assertThat(one.pid()).isEqualTo(two.pid());
      one.release();
      two.release();
    }
    assertThat(process(postgres)).isEmpty();
  }

  @Test
  void aDataDirectoryThatCannotBeMadeIsNamedInASentence() throws Exception {
    Path file = Files.createFile(data.resolve("file"));
    assertThatThrownBy(() -> EmbeddedServers.start(file.resolve("data"), true, false))
        .hasMessageContaining("The data directory cannot be used")
        .hasMessageContaining(file.toString());
  }

  private boolean runsAnew(ServerKind kind, long killed) throws Exception {
    Optional<Endpoint> endpoint = Endpoint.remembered(kind.directory());
    return kind.find(endpoint.orElseThrow())
        .filter(ServerKind.Found::ready)
        .filter(found -> found.process().pid() != killed)
        .isPresent();
  }

  private static Optional<ProcessHandle> process(ServerKind kind) throws Exception {
    Optional<Endpoint> endpoint = Endpoint.remembered(kind.directory());
    if (endpoint.isEmpty()) return Optional.empty();
    return kind.find(endpoint.get()).map(ServerKind.Found::process);
  }
}
