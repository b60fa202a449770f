package afa.servers;

import java.io.IOException;
import java.nio.file.Path;

/** The embedded servers at ports that no node uses, for tests of other packages. */
public final class TestServers {
  private static final int REDIS_PORT = 26_399;
  private static final int POSTGRES_PORT = 25_432;

  private TestServers() {}

  /** The Redis of a data directory; it comes back when it is killed. */
  public static EmbeddedServers redis(Path data) throws IOException {
    return EmbeddedServers.start(data, true, REDIS_PORT, false, POSTGRES_PORT);
  }

  /** The PostgreSQL of a data directory; it comes back when it is killed. */
  public static EmbeddedServers postgres(Path data) throws IOException {
    UnpackedPostgres.link(data);
    return EmbeddedServers.start(data, false, REDIS_PORT, true, POSTGRES_PORT);
  }
}
