package afa.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Ports that nobody listens on, for tests and storms. They are below those that Linux gives to
 * whoever connects (from 32,768): one of them may be taken by the time a node that was killed wants
 * it back.
 *
 * <p>Each process has blocks of its own, held by listening on the first port of each until it ends,
 * and gives no port twice: two storms side by side never want the same one.
 */
public final class FreePort {
  private static final int FIRST = 10_000;
  private static final int BLOCKS = 400;
  private static final int BLOCK = 50;

  /** Keep the blocks: whoever else wants one finds it taken. */
  private static final List<ServerSocket> HELD = new ArrayList<>();

  private static int next;
  private static int end;

  private FreePort() {}

  public static int find() {
    return findRow(1);
  }

  /**
   * The first of that many free ports in a row, as members of a cluster on one machine take them.
   *
   * @param count 1 to 49
   */
  public static synchronized int findRow(int count) {
    if (count < 1 || count >= BLOCK) {
      throw new IllegalArgumentException("1 to " + (BLOCK - 1) + " ports, not " + count);
    }
    while (true) {
      while (next + count <= end) {
        int row = next;
        int free = 0;
        while (free < count && isFree(row + free)) free++;
        next = row + Math.max(free, 1);
        if (free == count) return row;
      }
      holdBlock();
    }
  }

  private static void holdBlock() {
    while (true) {
      int first = FIRST + BLOCK * ThreadLocalRandom.current().nextInt(BLOCKS);
      ServerSocket held = listen(first);
      if (held == null) continue;
      HELD.add(held);
      next = first + 1;
      end = first + BLOCK;
      return;
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = listen(port)) {
      return socket != null;
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
  }

  private static @Nullable ServerSocket listen(int port) {
    try {
      return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    } catch (BindException used) {
      return null;
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
  }
}
