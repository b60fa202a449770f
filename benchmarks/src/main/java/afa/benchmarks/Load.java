package afa.benchmarks;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Readers of an event, and those who post to it; each post is known by its index from 0. */
final class Load {
  static final String HEADER =
      "| phase | posts | posts/s | taken after s | at the last reader after s | lost | p50 ms"
          + " | p99 ms | worst ms | answer p50 ms | answer p99 ms | refused | broken"
          + " | node µs/post | Redis µs/post |\n"
          + "|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|";

  private static final int CONNECTIONS = 8;

  private final Stored stored;
  private final URI event;
  private final long node;
  private final List<CheckingReader> readers = new ArrayList<>();

  /**
   * @param posts of all plans together
   * @param node its process
   */
  Load(Stored stored, int readers, int posts, long node) {
    this.stored = stored;
    this.event = stored.event();
    this.node = node;
    for (int i = 0; i < readers; i++) this.readers.add(new CheckingReader(event, posts));
  }

  /**
   * Some posts to be sent.
   *
   * @param first index
   * @param rate posts a second; 0 for as fast as they are taken
   * @param array how many are sent at once
   * @param singles one in so many is sent alone; 0 for none
   */
  record Plan(String name, int first, int posts, int rate, int array, int singles) {
    int end() {
      return first + posts;
    }

    /** Posts that go in arrays come first, those that go alone behind them. */
    private int inArrays() {
      return singles == 0 ? posts : posts - posts / singles;
    }

    List<PostingClient> clients(URI event, long start) {
      List<PostingClient> clients = new ArrayList<>();
      int alone = posts - inArrays();
      for (int i = 0; i < CONNECTIONS; i++) {
        double arrayRate = rate * (inArrays() / (double) posts);
        clients.add(new PostingClient(
            event,
            new PostingClient.Share(first, first + inArrays(), array, i, CONNECTIONS),
            start,
            arrayRate));
        if (alone == 0) continue;
        clients.add(new PostingClient(
            event,
            new PostingClient.Share(first + inArrays(), end(), 1, i, CONNECTIONS),
            start,
            rate - arrayRate));
      }
      return clients;
    }
  }

  void connect() throws InterruptedException {
    CountDownLatch connected = new CountDownLatch(readers.size());
    for (CheckingReader reader : readers) daemon("reader", () -> reader.run(connected));
    if (!connected.await(30, TimeUnit.SECONDS)) {
      throw new IllegalStateException("readers cannot connect");
    }
  }

  /** Posts all, waits until all came, and tells how it went as a row of a table. */
  String run(Plan plan, Duration patience) throws Exception {
    readers.forEach(CheckingReader::measureAnew);
    Work before = work();
    long start = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(200);
    List<PostingClient> clients = plan.clients(event, start);
    List<Thread> threads = new ArrayList<>();
    for (PostingClient client : clients) threads.add(daemon("poster", client));
    for (Thread thread : threads) thread.join();
    double taken = (System.nanoTime() - start) / 1e9;
    long deadline = System.nanoTime() + patience.toNanos();
    for (CheckingReader reader : readers) reader.awaitTotal(plan.end(), deadline);
    double arrived = (System.nanoTime() - start) / 1e9;
    Work after = work();
    return row(plan, clients, taken, arrived) + work(plan, before, after);
  }

  private String row(Plan plan, List<PostingClient> clients, double taken, double arrived) {
    Histogram delays = new Histogram(TimeUnit.MINUTES.toMicros(10), 3);
    Histogram answers = new Histogram(TimeUnit.MINUTES.toMicros(10), 3);
    long lost = 0;
    long refused = 0;
    long broken = 0;
    for (CheckingReader reader : readers) {
      delays.add(reader.delays());
      lost += plan.end() - reader.total();
    }
    for (PostingClient client : clients) {
      answers.add(client.answers());
      refused += client.refused();
      broken += client.broken();
    }
    return String.format(
        Locale.ROOT,
        "| %s | %,d | %,.0f | %.1f | %.1f | %d | %.1f | %.1f | %.1f | %.1f | %.1f | %d | %d |",
        plan.name(),
        plan.posts(),
        plan.posts() / taken,
        taken,
        arrived,
        lost,
        delays.getValueAtPercentile(50) / 1e3,
        delays.getValueAtPercentile(99) / 1e3,
        delays.getMaxValue() / 1e3,
        answers.getValueAtPercentile(50) / 1e3,
        answers.getValueAtPercentile(99) / 1e3,
        refused,
        broken);
  }

  /** Processor time so far, in microseconds. */
  private record Work(double node, double redis) {}

  private Work work() throws Exception {
    double nodeMicros = ProcessHandle.of(node)
        .flatMap(process -> process.info().totalCpuDuration())
        .map(cpu -> cpu.toNanos() / 1e3)
        .orElse(0.0);
    return new Work(nodeMicros, stored.redisCpuSeconds() * 1e6);
  }

  private static String work(Plan plan, Work before, Work after) {
    return String.format(
        Locale.ROOT,
        " %.0f | %.0f |",
        (after.node() - before.node()) / plan.posts(),
        (after.redis() - before.redis()) / plan.posts());
  }

  /** Whether each reader got each update once and in its order. */
  boolean isClean() {
    return readers.stream().allMatch(CheckingReader::isClean);
  }

  String faults() {
    long lost = 0;
    long doubled = 0;
    long disordered = 0;
    long reconnected = 0;
    for (CheckingReader reader : readers) {
      lost += reader.lost();
      doubled += reader.doubled();
      disordered += reader.disordered();
      reconnected += reader.reconnected();
    }
    return "readers=" + readers.size() + " lost=" + lost + " doubled=" + doubled + " out of order="
        + disordered + " reconnected=" + reconnected;
  }

  private static Thread daemon(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
