package afa;

import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.cluster.MembershipListener;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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

  /** The cluster's patience ({@code cluster.xml}); a busy machine alone does not do that. */
  private static final Duration STANDSTILL = Duration.ofSeconds(5);

  /** So long after it the cluster's word may arrive; who dies later has nothing to do with it. */
  private static final Duration AFTERMATH = Duration.ofSeconds(5);

  private final Runnable end;
  private long lastTick = System.nanoTime();
  private long stoodStillAt;
  private Duration stoodStill = Duration.ZERO;
  private boolean ending;

  private Expulsion(Runnable end) {
    this.end = end;
  }

  /** From now on, for as long as the node lives. */
  static void watch(HazelcastClusterManager manager) {
    Expulsion watch = new Expulsion(() -> new Thread(() -> System.exit(START_AGAIN), "end").start());
    ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(run -> {
      Thread thread = new Thread(run, "standstill"); // no event loop, as those may be blocked
      thread.setDaemon(true);
      return thread;
    });
    clock.scheduleAtFixedRate(
        () -> watch.tick(System.nanoTime()), 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
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

  /** Alone after a standstill: whoever did not stand still is right about who is lost. */
  @Override
  public synchronized void memberRemoved(MembershipEvent removed) {
    long now = System.nanoTime();
    tick(now); // the word may come before the timer
    boolean late = now - stoodStillAt > AFTERMATH.toNanos();
    boolean alone = removed.getMembers().size() == 1;
    if (stoodStill.isZero() || late || !alone || ending) return;
    ending = true;
    log.error(
        "This node stood still for {} s, and its cluster went on without it. It ends; start it again",
        stoodStill.toSeconds());
    end.run();
  }
}
