package afa.backup;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Which servers are meant.
 *
 * @param data the directory of the embedded ones
 * @param redisUrl instead of the embedded Redis; holds a password
 * @param databaseUrl instead of the embedded PostgreSQL; holds a password
 */
record Servers(Path data, Optional<String> redisUrl, Optional<String> databaseUrl) {
  /** Hides the passwords. */
  @Override
  public String toString() {
    return "Servers[" + data + "]";
  }
}
