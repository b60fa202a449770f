package afa.benchmarks.delivery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What a JVM still holds once its garbage is collected. */
final class LiveHeap {
  private LiveHeap() {}

  /** In bytes; collects garbage first, as a histogram of the live does. */
  static double bytes(long pid) throws IOException {
    String home = System.getProperty("java.home");
    Process process = new ProcessBuilder(
            home + "/bin/jcmd", Long.toString(pid), "GC.class_histogram")
        .redirectErrorStream(true)
        .start();
    String histogram = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return total(histogram);
  }

  /** The last line has the sums: {@code Total, instances, bytes}. */
  static double total(String histogram) {
    return histogram
        .lines()
        .filter(line -> line.startsWith("Total"))
        .mapToDouble(line -> Double.parseDouble(line.trim().split("\\s+")[2]))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no histogram: " + histogram));
  }
}
