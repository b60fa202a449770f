package afa;

import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.cluster.MembershipListener;
import io.vertx.core.Vertx;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends a node that stood still until its cluster gave it up. It would come back as a cluster of its
 * own, deaf to the others, and only sometimes merge with them; started afresh it joins in seconds.
 */
final class Expulsion implements MembershipListener {
  /** Exit status: nothing is wrong with what it was told, it is only to be started again. */
  static final int START_AGAIN = 75;

  private static final Logger log = LoggerFactory.getLogger(Expulsion.class);
  private static final Duration TICK = Duration.ofSeconds(1);

  /** Shorter than the cluster's patience, longer than what a busy machine does to a timer. */
  private static final Duration STANDSTILL = Duration.ofSeconds(4);

  /** So long after it the cluster's word may arrive. */
  private static final Duration AFTERMATH = Duration.ofSeconds(30);

  private final Runnable end;
  private long lastTick = System.nanoTime();
  private long stoodStillAt;
  private Duration stoodStill = Duration.ZERO;
  private boolean ending;

  private Expulsion(Runnable end) {
    this.end = end;
  }

  /** From now on, for as long as the node lives. */
  static void watch(Vertx vertx, HazelcastClusterManager manager) {
    Expulsion watch = new Expulsion(() -> new Thread(() -> System.exit(START_AGAIN), "end").start());
    vertx.setPeriodic(TICK.toMillis(), tick -> watch.tick(System.nanoTime()));
    manager.getHazelcastInstance().getCluster().addMembershipListener(watch);
  }

  private synchronized void tick(long now) {
    Duration since = Duration.ofNanos(now - lastTick);
    lastTick = now;
    if (since.compareTo(STANDSTILL) < 0) return;
    stoodStill = since;
    stoodStillAt = now;
  }

  @Override
  public void memberAdded(MembershipEvent added) {}

  /** Whoever did not stand still is right about who is lost. */
  @Override
  public synchronized void memberRemoved(MembershipEvent removed) {
    long now = System.nanoTime();
    tick(now); // the word may come before the timer
    boolean late = now - stoodStillAt > AFTERMATH.toNanos();
    if (stoodStill.isZero() || late || ending) return;
    ending = true;
    log.error(
        "This node stood still for {} s, and its cluster went on without it. It ends; start it again",
        stoodStill.toSeconds());
    end.run();
  }
}
