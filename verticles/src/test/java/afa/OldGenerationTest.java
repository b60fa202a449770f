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
    assertThat(most).as("MB held by the old generation at most").isLessThan(150);
  }

  @Test
  void withoutUsItWouldSpread() throws Exception {
    assertThat(mostHeldBy("left alone")).isGreaterThan(200);
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
    private Crowded() {}

    public static void main(String[] args) {
      if (args[0].equals("watched")) OldGeneration.keepSmall();
      Deque<byte[]> alive = new ArrayDeque<>();
      long most = 0;
      for (int i = 0; i < 600 * 16; i++) {
        alive.add(new byte[MEGABYTE / 16]);
        if (alive.size() > 24 * 16) alive.remove();
        if (i % 16 == 0) most = Math.max(most, old());
      }
      System.out.println(most / MEGABYTE);
    }

    private static long old() {
      return ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getName().equals("Tenured Gen"))
          .mapToLong(pool -> pool.getUsage().getUsed())
          .sum();
    }
  }
}
