package afa.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** TCP ports of 127.0.0.1. */
final class Ports {
  /** So many ports after the preferred one are tried. */
  private static final int RANGE = 200;

  private static final int LAST_PORT = 65_535;

  private Ports() {}

  /** The preferred port, or the next one that nobody listens on; it may be taken a moment later. */
  static int freeFrom(int preferred) throws IOException {
    int last = Math.min(preferred + RANGE, LAST_PORT);
    for (int port = preferred; port <= last; port++) {
      if (isFree(port)) return port;
    }
    throw new IOException("no port is free on 127.0.0.1 from " + preferred + " to " + last);
  }

  static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
