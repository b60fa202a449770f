package afa.front;

import afa.config.Section;
import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * How much of strangers the port puts up with.
 *
 * @param patience a connection that has no request in progress, and completes none for this long,
 *     is closed, whatever it dribbles; so is one whose request body takes longer. An answer must be
 *     taken within ten times this
 * @param maxConnections most that are open at once on this node; further ones are closed at once
 * @param streamsPerConnection most requests in progress on one connection of HTTP/2
 */
public record FrontConfig(Duration patience, int maxConnections, int streamsPerConnection) {
  /** What the process needs for itself: jars, the cluster, Redis, PostgreSQL, the sources. */
  private static final int RESERVED_FILES = 256;

  private static final int MOST = 1_000_000;

  /** Reads the section {@code front} of conf/afa.yaml. */
  public static FrontConfig read(Section front) {
    int most = front.integer("maxConnections", 0, 0, MOST);
    FrontConfig config = new FrontConfig(
        front.seconds("patienceSeconds", 30, 1, 600),
        most > 0 ? most : asManyAsFilesMayBeOpen(),
        front.integer("streamsPerConnection", 100, 1, 10_000));
    front.end();
    return config;
  }

  private static int asManyAsFilesMayBeOpen() {
    if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix) {
      long files = unix.getMaxFileDescriptorCount() - RESERVED_FILES;
      return (int) Math.max(RESERVED_FILES, Math.min(MOST, files));
    }
    return 10_000;
  }
}
