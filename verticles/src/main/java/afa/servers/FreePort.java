package afa.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A port that nobody listens on at this moment, for tests and storms. It is below those that Linux
 * gives to whoever connects (from 32,768): one of them may be taken by the time a node that was
 * killed wants it back.
 */
public final class FreePort {
  private static final int FIRST = 10_000;
  private static final int LAST = 20_000;

  private FreePort() {}

  public static int find() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
      if (isFree(port)) return port;
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (BindException used) {
      return false;
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
  }
}
