package afa.servers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PostgreSQL, its binaries taken from the class path. */
final class PostgresKind implements ServerKind {
  static final String USER = "afa";
  static final String DATABASE = "afa";

  private static final Logger log = LoggerFactory.getLogger(PostgresKind.class);
  private static final Duration INITDB = Duration.ofMinutes(1);

  private final Path directory;
  private final Path cluster;
  private final PostgresBinaries binaries;

  /**
   * @param data of the node, absolute
   */
  PostgresKind(Path data) {
    this.directory = data.resolve("postgres");
    this.cluster = directory.resolve("data");
    this.binaries = new PostgresBinaries(directory);
  }

  static String url(Endpoint endpoint) {
    return "postgresql://" + USER + ":" + endpoint.password() + "@" + endpoint + "/" + DATABASE;
  }

  @Override
  public String name() {
    return "PostgreSQL";
  }

  @Override
  public Path directory() {
    return directory;
  }

  @Override
  public Duration patience() {
    return Duration.ofSeconds(4);
  }

  @Override
  public void prepare(Endpoint endpoint) throws IOException {
    binaries.unpackOnce();
    if (!Files.exists(cluster)) initialise(endpoint);
    Postmaster.forgetStale(cluster);
  }

  /** Beside the place of the data and then moved, so that a kill leaves no half of a cluster. */
  private void initialise(Endpoint endpoint) throws IOException {
    log.info("Preparing the PostgreSQL data directory (once): directory={}", cluster);
    Path draft = directory.resolve("data.new");
    Path password = directory.resolve("password.new");
    PrivateFiles.deleteTree(draft);
    Files.createDirectory(draft);
    PrivateFiles.write(password, endpoint.password().getBytes(StandardCharsets.UTF_8));
    ServerUser user = ServerUser.choose(directory);
    user.own(draft);
    user.own(password);
    try {
      Shell.run(user.command(initdb(draft, password)), directory, INITDB);
    } finally {
      Files.delete(password);
    }
    Files.move(draft, cluster, StandardCopyOption.ATOMIC_MOVE);
  }

  private List<String> initdb(Path draft, Path password) {
    return List.of(
        binaries.program("initdb"),
        "--pgdata=" + draft,
        "--username=" + USER,
        "--pwfile=" + password,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--no-instructions");
  }

  @Override
  public List<String> command(Endpoint endpoint) throws IOException {
    ServerUser user = ServerUser.choose(directory);
    user.own(cluster);
    List<String> command = new ArrayList<>(
        List.of(binaries.program("postgres"), Postmaster.DIRECTORY_OPTION, cluster.toString()));
    for (String setting : settings(endpoint)) command.addAll(List.of("-c", setting));
    return user.command(command);
  }

  /** What is acknowledged is on disk; nobody but this machine can connect. */
  private static List<String> settings(Endpoint endpoint) {
    return List.of(
        "port=" + endpoint.port(),
        "listen_addresses=127.0.0.1",
        "unix_socket_directories=",
        "fsync=on",
        "synchronous_commit=on",
        "full_page_writes=on",
        "log_checkpoints=off",
        "logging_collector=off");
  }

  @Override
  public Optional<Found> find(Endpoint endpoint) throws IOException {
    return Postmaster.of(cluster).map(found -> new Found(found.process(), found.ready()));
  }

  @Override
  public void onReady(Endpoint endpoint) throws IOException {
    PostgresAdmin.ensureDatabase(endpoint, DATABASE);
  }

  /** Fast shutdown: clients are sent away, what they have committed is kept. */
  @Override
  public void interrupt(ProcessHandle process) throws IOException {
    Shell.signal("INT", process);
  }

  /** Immediate shutdown: ends its own helpers too, which SIGKILL would leave behind. */
  @Override
  public void abort(ProcessHandle process) throws IOException {
    Shell.signal("QUIT", process);
  }
}
