package afa.backup;

import afa.servers.EmbeddedServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Copies both servers while nodes use them. PostgreSQL goes first: an archive that is behind its log
 * catches up by itself. Nothing has the name of the backup before all of it is on disk.
 */
final class Backup {
  static final String REDIS = "redis.rdb";
  static final String DATABASE = "postgres";

  /** What people want of the nodes. */
  static final String NODES = "nodes";

  private final Servers servers;

  Backup(Servers servers) {
    this.servers = servers;
  }

  /** Makes the directory; a sentence about it. */
  String to(Path directory) throws IOException {
    if (Files.exists(directory)) {
      throw new BackupRefused(directory + " is there already; name one that is not");
    }
    insistOnData();
    Path draft = directory.resolveSibling("." + directory.getFileName() + ".unfinished");
    Trees.delete(draft);
    Trees.createPrivate(draft);
    EmbeddedServers embedded = EmbeddedServers.start(
        servers.data(), servers.redisUrl().isEmpty(), servers.databaseUrl().isEmpty());
    try {
      copy(embedded, draft);
    } finally {
      embedded.release();
    }
    Manifest manifest = Manifest.read(draft);
    Files.move(draft, directory, StandardCopyOption.ATOMIC_MOVE);
    Trees.forceName(directory);
    return "Backed up to " + directory + ": " + manifest.summary();
  }

  private void copy(EmbeddedServers embedded, Path draft) throws IOException {
    String database = servers.databaseUrl().or(embedded::databaseUrl).orElseThrow();
    Database.Contents contents = new Database(database).copyTo(draft.resolve(DATABASE));
    RedisUrl redis = RedisUrl.parse(servers.redisUrl().or(embedded::redisUrl).orElseThrow());
    try (RedisSocket socket = RedisSocket.open(redis)) {
      socket.snapshot(draft.resolve(REDIS));
    }
    Trees.copy(servers.data().resolve(NODES), draft.resolve(NODES));
    Manifest.of(draft, contents).write(draft);
  }

  /** Starting servers in an empty place would back up nothing, and say that it went well. */
  private void insistOnData() {
    for (String server : List.of("redis", "postgres")) {
      boolean embedded =
          (server.equals("redis") ? servers.redisUrl() : servers.databaseUrl()).isEmpty();
      if (embedded && !Files.exists(servers.data().resolve(server).resolve("endpoint"))) {
        throw new BackupRefused("There is no " + server + " in " + servers.data()
            + "; --data names the data directory of the node, REDIS_URL and DATABASE_URL servers of"
            + " your own");
      }
    }
  }
}
