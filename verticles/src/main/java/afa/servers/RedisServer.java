package afa.servers;

import java.io.IOException;
import java.nio.file.Path;

/** A real Redis whose data lives in a directory and survives restarts. All methods may block. */
public final class RedisServer {
  private final ManagedServer server;

  RedisServer(ManagedServer server) {
    this.server = server;
  }

  /**
   * Starts the Redis of a data directory, or adopts it when it runs already.
   *
   * @param data its files are below {@code data/redis}
   * @param preferredPort where a new one listens; the next free port when it is taken
   * @throws IOException with Redis' own last words when it does not come up
   */
  public static RedisServer start(Path data, int preferredPort) throws IOException {
    ManagedServer server = new ManagedServer(new RedisKind(RealPath.of(data)), preferredPort);
    server.start();
    return new RedisServer(server);
  }

  /** For clients; holds the password, so keep it out of logs. */
  public String url() {
    return RedisKind.url(server.endpoint());
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

  /** Stops it within about 3 s, in an orderly way if it lets us, whoever else uses it. */
  public void stop() throws IOException {
    server.stop();
  }
}
