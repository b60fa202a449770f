package afa;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;

/** What a person must change before a node can start; each check throws {@link UsageException}. */
final class StartChecks {
  private StartChecks() {}

  /** The archive follows the events of its own node. */
  static void archive(RunOptions options, List<FollowedEvent> events) {
    boolean rehearses = options.roles().contains(Role.INGEST);
    if (options.roles().contains(Role.ARCHIVE) && events.isEmpty() && !rehearses) {
      throw new UsageException(
          "A node with the role archive must be told what to keep: --event FILE");
    }
  }

  /** Another server may have the port, or it may be for root alone. */
  static void port(RunOptions options) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(options.host(), options.port()));
    } catch (IOException taken) {
      if (String.valueOf(taken.getMessage()).contains("Permission denied")) {
        throw new UsageException("Port " + options.port()
            + " is for root alone; give one from 1024 on: ./afa run --port 8080");
      }
      throw new UsageException(
          "Port " + options.port() + " of " + options.host() + " cannot be used: "
              + taken.getMessage()
              + ".\nIs a node running here already? Then open it, or start one more"
              + " with another port: ./afa run --port " + (options.port() + 1));
    }
  }
}
