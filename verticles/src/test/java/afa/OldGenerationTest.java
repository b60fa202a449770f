package afa;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OldGenerationTest {
  private static final int MEGABYTE = 1 << 20;

  @Test
  void garbageThatGrewOldDoesNotSpread() throws Exception {
    long most = mostHeldBy("watched");
    assertThat(most).as("MB held by the old generation at most").isLessThan(200);
  }

  @Test
  void withoutUsItWouldSpread() throws Exception {
    assertThat(mostHeldBy("left alone")).isGreaterThan(300);
  }

  @Test
  void nextCollectionIsDueAtTwiceWhatLives() {
    assertThat(OldGeneration.threshold(40L << 20, 480L << 20)).isEqualTo(80L << 20);
  }

  @Test
  void littleIsNotWorthAPause() {
    assertThat(OldGeneration.threshold(3L << 20, -1)).isEqualTo(48L << 20);
  }

  @Test
  void thresholdStaysWithinTheHeap() {
    assertThat(OldGeneration.threshold(300L << 20, 480L << 20)).isEqualTo(480L << 20);
  }

  private static long mostHeldBy(String how) throws Exception {
    Process child = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-Xms512m",
            "-Xmn32m",
            "-Xmx512m",
            "-cp",
            System.getProperty("java.class.path"),
            Crowded.class.getName(),
            how)
        .redirectErrorStream(true)
        .start();
    String told = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(child.exitValue()).as(told).isZero();
    return Long.parseLong(
        told.lines().reduce((before, last) -> last).orElseThrow().strip());
  }

  /** Another process: keeps 24 MB of arrays alive, each long enough to grow old, 600 MB in all. */
  static final class Crowded {
    /** Asked for at twice what a collection leaves: 24 MB that live, and about as much dead. */
    private static final long OVERDUE = 120L * MEGABYTE;

    private static final long STEP_MILLIS = 5;
    private static long patienceMillis = 30_000; // in all

    private Crowded() {}

    public static void main(String[] args) throws Exception {
      boolean isWatched = args[0].equals("watched");
      if (isWatched) OldGeneration.keepSmall();
      Deque<byte[]> alive = new ArrayDeque<>();
      long most = 0;
      for (int i = 0; i < 600 * 16; i++) {
        alive.add(new byte[MEGABYTE / 16]);
        if (alive.size() > 24 * 16) alive.remove();
        if (i % 16 == 0) most = Math.max(most, old());
        if (isWatched && i % 16 == 0) awaitCollection();
      }
      System.out.println(most / MEGABYTE);
    }

    /** Whoever collects is another thread, which on a busy machine has its turn late. */
    private static void awaitCollection() throws InterruptedException {
      for (; old() > OVERDUE && patienceMillis > 0; patienceMillis -= STEP_MILLIS) {
        Thread.sleep(STEP_MILLIS);
      }
    }

    private static long old() {
      return ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getName().equals("Tenured Gen"))
          .mapToLong(pool -> pool.getUsage().getUsed())
          .sum();
    }
  }
}
