package afa;

import com.hazelcast.cluster.Cluster;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends a node that stood still until its cluster gave it up. It would come back as a cluster of its
 * own, deaf to the others, and merge with them late or never; started afresh it joins in seconds.
 */
final class Expulsion {
  /** Exit status: nothing is wrong with what it was told, it is only to be started again. */
  static final int START_AGAIN = 75;

  private static final Logger log = LoggerFactory.getLogger(Expulsion.class);
  private static final Duration TICK = Duration.ofSeconds(1);

  /** The cluster's patience ({@code cluster.xml}); a busy machine alone does not do that. */
  private static final Duration STANDSTILL = Duration.ofSeconds(5);

  /** So long after it the word comes that the others are lost; later it has other reasons. */
  private static final Duration AFTERMATH = Duration.ofSeconds(15);

  private final Cluster cluster;
  private long lastLook = System.nanoTime();
  private int members = 1; // at the last look
  private Duration stoodStill = Duration.ZERO;
  private long stoodStillAt;
  private int membersThen; // when it began
  private UUID name; // its own at the last look
  private UUID nameThen;

  private Expulsion(Cluster cluster) {
    this.cluster = cluster;
    this.name = cluster.getLocalMember().getUuid();
    this.nameThen = name;
  }

  /** From now on, for as long as the node lives. On no event loop, as those may be blocked. */
  static void watch(HazelcastClusterManager manager) {
    Expulsion expulsion = new Expulsion(manager.getHazelcastInstance().getCluster());
    Thread watch = new Thread(expulsion::run, "standstill");
    watch.setDaemon(true);
    watch.start();
  }

  private void run() {
    try {
      while (!isExpelled()) Thread.sleep(TICK.toMillis());
    } catch (InterruptedException | RuntimeException closed) {
      return; // the node ends anyway
    }
    log.error(
        "This node stood still for {} s, and its cluster went on without it. It ends; start it again",
        stoodStill.toSeconds());
    System.exit(START_AGAIN);
  }

  /**
   * Alone after a standstill: whoever did not stand still is right about who is lost. Or taken in again
   * between two looks, under another name, when the others had forgotten what it listens to.
   */
  private boolean isExpelled() {
    long now = System.nanoTime();
    Duration since = Duration.ofNanos(now - lastLook);
    lastLook = now;
    if (since.compareTo(STANDSTILL) >= 0) {
      stoodStill = since;
      stoodStillAt = now;
      membersThen = members;
      nameThen = name;
    }
    members = cluster.getMembers().size();
    name = cluster.getLocalMember().getUuid();
    boolean lately = !stoodStill.isZero() && now - stoodStillAt <= AFTERMATH.toNanos();
    return lately && membersThen > 1 && (members == 1 || !name.equals(nameThen));
  }
}
