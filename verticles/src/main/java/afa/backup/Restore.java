package afa.backup;

import afa.servers.EmbeddedServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Makes a data directory from a backup. It is made under another name and renamed at the end, and
 * both servers have run on it by then: half of one is never there.
 */
final class Restore {
  private final Servers servers;

  Restore(Servers servers) {
    this.servers = servers;
  }

  /** Makes it; a sentence about it. */
  String from(Path backup) throws IOException {
    Manifest manifest = Manifest.read(backup);
    manifest.check(backup);
    insistOnPlace(backup);
    Path draft = servers.data().resolveSibling("." + servers.data().getFileName() + ".restoring");
    Trees.delete(draft);
    Files.createDirectories(draft);
    AppendOnly.write(draft.resolve("redis"), backup.resolve(Backup.REDIS));
    Trees.copy(backup.resolve(Backup.NODES), draft.resolve(Backup.NODES));
    fill(draft, backup, manifest);
    Files.deleteIfExists(servers.data()); // an empty one
    Files.move(draft, servers.data(), StandardCopyOption.ATOMIC_MOVE);
    Trees.forceName(servers.data());
    return "Restored " + manifest.summary() + ", to " + servers.data();
  }

  private void fill(Path draft, Path backup, Manifest manifest) throws IOException {
    Optional<String> own = servers.databaseUrl();
    EmbeddedServers embedded = EmbeddedServers.start(draft, true, own.isEmpty());
    try {
      Database database = new Database(own.or(embedded::databaseUrl).orElseThrow());
      NewLives lives = begin(embedded.redisUrl().orElseThrow());
      database.fillFrom(backup.resolve(Backup.DATABASE), manifest.contents(), lives);
    } finally {
      embedded.release();
    }
  }

  private static NewLives begin(String redisUrl) throws IOException {
    try (RedisSocket redis = RedisSocket.open(RedisUrl.parse(redisUrl))) {
      return NewLives.begin(redis);
    }
  }

  private void insistOnPlace(Path backup) throws IOException {
    if (servers.redisUrl().isPresent()) {
      throw new BackupRefused("A Redis of your own takes " + backup.resolve(Backup.REDIS)
          + " where its dbfilename says, before it is started with appendonly off; see"
          + " docs/operations.md. Unset REDIS_URL to restore the embedded one");
    }
    if (Files.exists(servers.data()) && !Trees.isEmpty(servers.data())) {
      throw new BackupRefused(servers.data() + " has data, and perhaps a node that uses it: stop"
          + " that, and move the directory away first");
    }
  }
}
