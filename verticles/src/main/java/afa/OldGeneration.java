package afa;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryNotificationInfo;
import java.lang.management.MemoryPoolMXBean;
import java.util.Set;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the old generation collected when it holds much more than lives. The simple collectors let it
 * grow to the bound of the heap first, so readers that come and go would make a node as large as it
 * may become, a few megabytes a minute.
 */
final class OldGeneration {
  private static final Logger log = LoggerFactory.getLogger(OldGeneration.class);

  /** Of the collectors that wait until it is full; the others look after it themselves. */
  private static final Set<String> NAMES = Set.of("Tenured Gen", "PS Old Gen");

  /** Bytes below which a collection is not worth its pause. */
  private static final long FLOOR = 48L << 20;

  private final MemoryPoolMXBean pool;

  private OldGeneration(MemoryPoolMXBean pool) {
    this.pool = pool;
  }

  /** From now on, for as long as the process lives. */
  static void keepSmall() {
    ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> NAMES.contains(pool.getName()) && pool.isUsageThresholdSupported())
        .forEach(pool -> new OldGeneration(pool).watch());
  }

  private void watch() {
    awaitMore();
    NotificationEmitter memory = (NotificationEmitter) ManagementFactory.getMemoryMXBean();
    memory.addNotificationListener(this::exceeded, this::isOurs, null);
  }

  private boolean isOurs(Notification told) {
    return told.getType().equals(MemoryNotificationInfo.MEMORY_THRESHOLD_EXCEEDED);
  }

  private void exceeded(Notification told, Object unused) {
    long before = pool.getUsage().getUsed();
    System.gc();
    awaitMore();
    log.debug(
        "The old generation was collected: bytesBefore={} bytesAfter={}",
        before,
        pool.getUsage().getUsed());
  }

  /** What it holds right after a collection is what lives, so the next one is due at twice that. */
  private void awaitMore() {
    pool.setUsageThreshold(threshold(pool.getUsage().getUsed(), pool.getUsage().getMax()));
  }

  /**
   * @param live bytes
   * @param most bytes that it may ever hold; negative when there is no bound
   */
  static long threshold(long live, long most) {
    long wished = Math.max(FLOOR, 2 * live);
    return most < 0 ? wished : Math.min(wished, most);
  }
}
