package afa.servers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Redis 7.0.15, statically linked, taken from the class path. */
final class RedisKind implements ServerKind {
  private static final Logger log = LoggerFactory.getLogger(RedisKind.class);
  private static final String VERSION = "7.0.15";

  private final Path directory;

  /**
   * @param data of the node, absolute
   */
  RedisKind(Path data) {
    this.directory = data.resolve("redis");
  }

  static String url(Endpoint endpoint) {
    return "redis://:" + endpoint.password() + "@" + endpoint;
  }

  @Override
  public String name() {
    return "Redis";
  }

  @Override
  public Path directory() {
    return directory;
  }

  @Override
  public Duration patience() {
    return Duration.ofSeconds(3);
  }

  @Override
  public void prepare(Endpoint endpoint) throws IOException {
    if (!Files.exists(program())) unpack();
  }

  private void unpack() throws IOException {
    String resource = "redis-server-" + VERSION + "-" + Platform.current();
    log.info("Unpacking Redis {} (once): directory={}", VERSION, program().getParent());
    Files.createDirectories(program().getParent());
    Path draft = program().resolveSibling("unpacking");
    try (InputStream packed = RedisKind.class.getResourceAsStream("/" + resource)) {
      if (packed == null) {
        throw new IOException("There is no embedded Redis for " + Platform.current()
            + ": set REDIS_URL to a Redis of your own, such as redis://127.0.0.1:6379");
      }
      Files.copy(packed, draft, StandardCopyOption.REPLACE_EXISTING);
    }
    Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.move(draft, program(), StandardCopyOption.ATOMIC_MOVE);
  }

  private Path program() {
    return directory.resolve("bin").resolve("redis-server-" + VERSION);
  }

  /** The password travels in the file: arguments can be read by every user of the machine. */
  @Override
  public List<String> command(Endpoint endpoint) throws IOException {
    Path file = directory.resolve("redis.conf");
    PrivateFiles.write(file, settings(endpoint).getBytes(StandardCharsets.UTF_8));
    return List.of(program().toString(), file.toString());
  }

  /**
   * An update is acknowledged once Redis answered, so it must be in the file by then: with
   * {@code everysec} the write itself may wait for a running fsync, and kill -9 would lose it.
   */
  private String settings(Endpoint endpoint) {
    return """
        bind 127.0.0.1
        port %d
        requirepass %s
        dir "%s"
        appendonly yes
        appendfsync always
        aof-use-rdb-preamble yes
        save ""
        maxmemory-policy noeviction
        daemonize no
        logfile ""
        """
        .formatted(endpoint.port(), endpoint.password(), escaped(directory));
  }

  private static String escaped(Path path) {
    return path.toString().replace("\\", "\\\\").replace("\"", "\\\"");
  }

  @Override
  public Optional<Found> find(Endpoint endpoint) {
    return RedisProbe.identify(endpoint)
        .filter(redis -> Path.of(redis.directory()).equals(directory))
        .flatMap(redis ->
            ProcessHandle.of(redis.pid()).map(process -> new Found(process, !redis.loading())));
  }

  @Override
  public void interrupt(ProcessHandle process) {
    process.destroy();
  }
}
