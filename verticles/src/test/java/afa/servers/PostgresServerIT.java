package afa.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerIT {
  private static final int PORT = 15_432;

  @TempDir(factory = DataDirectory.class)
  Path data;

  private PostgresServer server;

  @BeforeEach
  void shareTheBinaries() throws Exception {
    UnpackedPostgres.link(data);
  }

  @AfterEach
  void stop() throws Exception {
    if (server != null) server.stop();
  }

  @Test
  void whatItCommittedSurvivesKill9() throws Exception {
    server = PostgresServer.start(data, PORT);
    tell("create table kept (n int)", "insert into kept values (1), (2)");
    kill(server.pid());
    server.restart();
    assertThat(ask("select count(*) from kept")).isEqualTo("2");
  }

  @Test
  void whatItCommitsIsOnDisk() throws Exception {
    server = PostgresServer.start(data, PORT);
    assertThat(ask("show fsync")).isEqualTo("on");
    assertThat(ask("show synchronous_commit")).isEqualTo("on");
    assertThat(ask("show full_page_writes")).isEqualTo("on");
    assertThat(ask("show listen_addresses")).isEqualTo("127.0.0.1");
    assertThat(ask("show unix_socket_directories")).isEmpty();
    assertThat(ask("show server_encoding")).isEqualTo("UTF8");
    assertThat(ask("show server_version")).isEqualTo(PostgresBinaries.VERSION);
    assertThat(ask("select lower('ÄÖ')")).isEqualTo("äö");
  }

  @Test
  void aServerThatOutlivedItsNodeIsAdopted() throws Exception {
    long orphan = OtherNode.startAndKill(data, "postgres");
    server = PostgresServer.start(data, PORT);
    assertThat(server.adopted()).isTrue();
    assertThat(server.pid()).isEqualTo(orphan);
    assertThat(ask("select current_database()")).isEqualTo("afa");
  }

  @Test
  void thePidFileOfADeadServerIsNoObstacleEvenWhenAnotherProcessHasItsNumber() throws Exception {
    server = PostgresServer.start(data, PORT);
    server.stop();
    Path cluster = data.toRealPath().resolve("postgres/data");
    // Of the same user: PostgreSQL knows by itself that another user's process is no colleague.
    List<String> stranger = ServerUser.choose(data).command(List.of("sleep", "60"));
    Process process = new ProcessBuilder(stranger).start();
    try {
      String leftover = process.pid() + "\n" + cluster + "\n0\n" + PORT + "\n";
      Files.writeString(cluster.resolve("postmaster.pid"), leftover);
      server = PostgresServer.start(data, PORT);
      assertThat(server.adopted()).isFalse();
      assertThat(ask("select 1")).isEqualTo("1");
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void theDataMayBeWhereOnlyItsOwnerCanGo() throws Exception {
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
    server = PostgresServer.start(data, PORT);
    assertThat(ask("select 1")).isEqualTo("1");
  }

  @Test
  void strangersOfTheMachineAreRefused() throws Exception {
    server = PostgresServer.start(data, PORT);
    String url = "jdbc:postgresql://127.0.0.1:" + server.port() + "/afa";
    assertThatThrownBy(() -> DriverManager.getConnection(url, "afa", "guess").close())
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("password authentication failed");
  }

  @Test
  void aServerThatCannotStartSaysWhyInItsOwnWords() throws Exception {
    server = PostgresServer.start(data, PORT);
    server.stop();
    Path settings = data.resolve("postgres/data/postgresql.conf");
    Files.writeString(settings, Files.readString(settings) + "\nno_such_setting = on\n");
    assertThatThrownBy(() -> PostgresServer.start(data, PORT))
        .hasMessageContaining("PostgreSQL ended at once")
        .hasMessageContaining("unrecognized configuration parameter \"no_such_setting\"");
  }

  @Test
  void stoppingLeavesNoProcess() throws Exception {
    server = PostgresServer.start(data, PORT);
    ProcessHandle process = ProcessHandle.of(server.pid()).orElseThrow();
    try (Connection idle = connect()) {
      server.stop();
      assertThat(Waiting.isAlive(process)).isFalse();
      assertThat(idle.isValid(1)).isFalse();
    }
  }

  private void tell(String... statements) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String each : statements) statement.execute(each);
    }
  }

  private String ask(String question) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(question)) {
      answer.next();
      return answer.getString(1);
    }
  }

  private Connection connect() throws SQLException {
    URI url = URI.create(server.url());
    String[] login = url.getUserInfo().split(":", 2);
    return DriverManager.getConnection(
        "jdbc:postgresql://" + url.getHost() + ":" + url.getPort() + url.getPath(),
        login[0],
        login[1]);
  }

  private static void kill(long pid) throws Exception {
    ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
    process.destroyForcibly();
    assertThat(Waiting.ended(process, Duration.ofSeconds(30))).isTrue();
  }
}
