package afa.servers;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The servers that a node brings along. They belong to the data directory: the first node that
 * needs one starts it, later nodes find it there, the last one to leave stops it, and while any
 * node lives they come back when they die. All methods block.
 */
public final class EmbeddedServers {
  /** Where a new Redis listens, or at the next free port. */
  public static final int REDIS_PORT = 6_399;

  /** Where a new PostgreSQL listens, or at the next free port. */
  public static final int POSTGRES_PORT = 54_329;

  private enum Role {
    REDIS,
    POSTGRES
  }

  private final Map<Role, ManagedServer> servers;
  private final List<Watchdog> watchdogs;

  private EmbeddedServers(Map<Role, ManagedServer> servers) {
    this.servers = servers;
    this.watchdogs = servers.values().stream().map(Watchdog::over).toList();
  }

  /** Those of a data directory that are wished for, at their usual ports. */
  public static EmbeddedServers start(Path data, boolean redis, boolean postgres)
      throws IOException {
    return start(data, redis, REDIS_PORT, postgres, POSTGRES_PORT);
  }

  /**
   * Starts or finds both at the same time; returns when they answer. The very first start takes
   * some 5 s, later ones one.
   *
   * @throws IOException when one does not come up; the other is released then
   */
  public static EmbeddedServers start(
      Path data, boolean redis, int redisPort, boolean postgres, int postgresPort)
      throws IOException {
    Path directory = directory(data);
    Map<Role, ManagedServer> servers = new LinkedHashMap<>();
    if (redis) servers.put(Role.REDIS, new ManagedServer(new RedisKind(directory), redisPort));
    if (postgres) {
      servers.put(Role.POSTGRES, new ManagedServer(new PostgresKind(directory), postgresPort));
    }
    try {
      Together.run(servers.values(), ManagedServer::start);
    } catch (IOException failure) {
      Together.run(servers.values(), ManagedServer::release);
      throw explained(failure);
    }
    return new EmbeddedServers(servers);
  }

  private static Path directory(Path data) throws IOException {
    try {
      return RealPath.of(data);
    } catch (IOException failure) {
      throw explained(failure);
    }
  }

  /** What the file system throws names a path and nothing else. */
  private static IOException explained(IOException failure) {
    if (!(failure instanceof FileSystemException)) return failure;
    String reason = failure.getClass().getSimpleName() + ": " + failure.getMessage();
    return new IOException(
        "The data directory cannot be used (" + reason + "). AFA_DATA names another one.", failure);
  }

  /** For clients, empty when no Redis was wished for. Holds the password: keep it out of logs. */
  public Optional<String> redisUrl() {
    return Optional.ofNullable(servers.get(Role.REDIS))
        .map(server -> RedisKind.url(server.endpoint()));
  }

  /** As {@link #redisUrl}, of the database {@code afa}. */
  public Optional<String> databaseUrl() {
    return Optional.ofNullable(servers.get(Role.POSTGRES))
        .map(server -> PostgresKind.url(server.endpoint()));
  }

  /** Stops what no other node uses, within about 5 s. */
  public void release() throws IOException {
    watchdogs.forEach(Watchdog::close);
    Together.run(servers.values(), ManagedServer::release);
  }
}
