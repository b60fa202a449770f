package afa.servers;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A real PostgreSQL whose data lives in a directory and survives restarts. All methods may block.
 */
public final class PostgresServer {
  private final ManagedServer server;

  PostgresServer(ManagedServer server) {
    this.server = server;
  }

  /**
   * Starts the PostgreSQL of a data directory, or adopts it when it runs already. The very first
   * start takes some 5 s, later ones one.
   *
   * @param data its files are below {@code data/postgres}
   * @param preferredPort where a new one listens; the next free port when it is taken
   * @throws IOException with PostgreSQL's own last words when it does not come up
   */
  public static PostgresServer start(Path data, int preferredPort) throws IOException {
    ManagedServer server = new ManagedServer(new PostgresKind(RealPath.of(data)), preferredPort);
    server.start();
    return new PostgresServer(server);
  }

  /** For clients: the database {@code afa}. Holds the password, so keep it out of logs. */
  public String url() {
    return PostgresKind.url(server.endpoint());
  }

  public int port() {
    return server.endpoint().port();
  }

  public long pid() {
    return server.process().pid();
  }

  /** Whether it ran already when we came. */
  public boolean adopted() {
    return server.adopted();
  }

  /** Brings it back at the same port after it died; does nothing while it lives. */
  public void restart() throws IOException {
    server.restart();
  }

  /** Stops it within about 5 s, in an orderly way if it lets us, whoever else uses it. */
  public void stop() throws IOException {
    server.stop();
  }
}
