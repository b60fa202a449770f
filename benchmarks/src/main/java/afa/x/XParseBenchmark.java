package afa.x;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How many posts of X's stream one core reads in a second: lines as the rehearsed X sends them, with
 * all expansions that the source asks for, from text to post; and, to see what limits it, JSON alone.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Threads(1)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class XParseBenchmark {
  private final XPostParser parser = new XPostParser(XPolicy.DEFAULT);
  private final Instant now = Instant.now();
  private List<String> lines;
  private int next;

  /** Records lines of a rehearsed X. */
  @Setup
  public void record() throws Exception {
    lines = RecordedLines.of(400);
    long bytes = lines.stream().mapToLong(String::length).sum();
    System.out.println(
        "# Lines: " + lines.size() + ", characters each on average: " + bytes / lines.size());
  }

  private String line() {
    next = next + 1 == lines.size() ? 0 : next + 1;
    return lines.get(next);
  }

  /** A line becomes a post. */
  @Benchmark
  public Object post() {
    return parser.line(line(), now, Set.of());
  }

  /** A line becomes a tree of JSON, and no more. */
  @Benchmark
  public Object jsonAlone() {
    return XJson.object(line());
  }
}
