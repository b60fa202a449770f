package afa.delivery;

import afa.feed.LogEntry;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What delivery itself costs, without any socket, at 600 bytes an update: to take an update into the
 * tail, to find a reader's run at a visit, to make the answer to a long-poll. Run it with {@code -prof
 * gc} to see that a visit allocates nothing.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class TailBenchmark {
  private static final int FULL = 5_000;

  /** Updates that a reader lacks. */
  @State(Scope.Thread)
  public static class Lack {
    @Param({"1", "10", "200"})
    int updates;
  }

  private final Tail tail = new Tail("e1", 0, 16 << 20);
  private final Tail growing = new Tail("e1", 0, 16 << 20);
  private String json;

  /** Fills a tail. */
  @Setup
  public void fill() {
    json = "{\"n\":1,\"type\":\"post\",\"text\":\"" + "x".repeat(567) + "\"}";
    for (long n = 1; n <= FULL; n++) tail.append(new LogEntry(n, json));
  }

  /** An update becomes an event in a chunk, in a page. */
  @Benchmark
  public long append() {
    growing.append(new LogEntry(growing.head() + 1, json));
    return growing.head();
  }

  /** A reader gets what it lacks. */
  @Benchmark
  public long visit(Reader reader) {
    reader.reader.send(tail.pageAfter(reader.reader.n()), 0);
    return reader.outlet.bytes();
  }

  /** A reader that lacks some updates. */
  @State(Scope.Thread)
  public static class Reader {
    private final NoOutlet outlet = new NoOutlet();
    private StreamReader reader;

    /** Places it before the head. */
    @Setup
    public void place(Lack lack) {
      reader = new StreamReader(null, outlet, FULL - lack.updates, 1, 0);
    }
  }

  /** A long-poll is answered. */
  @Benchmark
  public Object answer(Lack lack) {
    return FeedAnswer.of("bench", tail, FULL, FULL - lack.updates, 1_000, false);
  }
}
