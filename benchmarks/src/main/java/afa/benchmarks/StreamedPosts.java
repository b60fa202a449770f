package afa.benchmarks;

import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** What one reader got of a run: delay of each post, losses and doubles. */
final class StreamedPosts {
  private final String mark;
  private final int posts;
  private final BitSet seen = new BitSet();
  private final Histogram delaysMicros = new Histogram(TimeUnit.MINUTES.toMicros(10), 3);
  private final CountDownLatch all = new CountDownLatch(1);
  private int doubled;

  /**
   * @param run its posts begin their text with it
   */
  StreamedPosts(String run, int posts) {
    this.mark = "\"text\":\"" + run + " ";
    this.posts = posts;
  }

  /** A line of the stream, at the moment it is read. */
  void line(String line) {
    int at = line.indexOf(mark);
    if (at < 0) return;
    long now = System.nanoTime();
    String[] words = line.substring(at + mark.length()).split(" ", 3);
    int number = Integer.parseInt(words[0]);
    synchronized (this) {
      if (seen.get(number)) doubled++;
      seen.set(number);
      delaysMicros.recordValue(Math.max(0, (now - Long.parseLong(words[1])) / 1_000));
      if (seen.cardinality() == posts) all.countDown();
    }
  }

  synchronized boolean isComplete() {
    return seen.cardinality() == posts;
  }

  /** Waits until all came; what did not is lost. */
  void awaitAll(Duration patience) throws InterruptedException {
    boolean unused = all.await(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** All readers of a run as a row of a table. */
  static String row(List<StreamedPosts> streams, int rate, int posts) {
    Histogram delays = new Histogram(TimeUnit.MINUTES.toMicros(10), 3);
    long received = 0;
    long doubled = 0;
    for (StreamedPosts stream : streams) {
      synchronized (stream) {
        delays.add(stream.delaysMicros);
        received += stream.seen.cardinality();
        doubled += stream.doubled;
      }
    }
    return String.format(
        Locale.ROOT,
        "| %d | %d | %d | %d | %d | %.1f | %.1f | %.1f |",
        rate,
        streams.size(),
        received,
        (long) posts * streams.size() - received,
        doubled,
        delays.getValueAtPercentile(50) / 1e3,
        delays.getValueAtPercentile(99) / 1e3,
        delays.getMaxValue() / 1e3);
  }
}
