package afa.benchmarks;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/**
 * The way in under load: posts by HTTP at a rate that does not wait for the answers, then a burst as
 * fast as the server takes it, with readers that check each update. At the end head, list in Redis
 * and rows in the archive must be as many as were posted. The node must be on this machine.
 */
public final class IngestBenchmark {
  /** What sources bring at once when much is going on. */
  private static final int ARRAY = 25;

  private static final int BURST_ARRAY = 500;

  /** One in twelve comes alone, as somebody's own program would send it. */
  private static final int SINGLES = 12;

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private IngestBenchmark() {}

  /**
   * Runs both in turn.
   *
   * @param args address of the event, data directory of the node, its process, readers, posts a
   *     second, seconds, posts of the burst, and optionally {@code kill-redis}: once, in the middle
   */
  public static void main(String[] args) throws Exception {
    if (args.length < 7) {
      System.err.println("usage: EVENT_URL DATA PID READERS RATE SECONDS BURST [kill-redis]");
      System.exit(2);
    }
    int rate = Integer.parseInt(args[4]);
    int seconds = Integer.parseInt(args[5]);
    Load.Plan warmUp = new Load.Plan("warm-up", 0, rate * 5, rate / 2, ARRAY, SINGLES);
    Load.Plan steady = new Load.Plan("steady", warmUp.end(), rate * seconds, rate, ARRAY, SINGLES);
    Load.Plan burst =
        new Load.Plan("burst", steady.end(), Integer.parseInt(args[6]), 0, BURST_ARRAY, 0);
    Stored stored = new Stored(URI.create(args[0]), Path.of(args[1]));
    Load load = new Load(stored, Integer.parseInt(args[3]), burst.end(), Long.parseLong(args[2]));
    load.connect();
    Thread killer = args.length > 7 ? killer(stored, seconds) : null;
    System.out.println(Load.HEADER);
    System.out.println(load.run(warmUp, PATIENCE));
    if (killer != null) killer.start();
    System.out.println(load.run(steady, PATIENCE));
    System.out.println(load.run(burst, PATIENCE));
    System.exit(verdict(load, stored, burst.end()) ? 0 : 1);
  }

  private static Thread killer(Stored stored, int seconds) {
    return new Thread(() -> {
      try {
        Thread.sleep(Duration.ofSeconds(seconds).toMillis() / 2);
        stored.killRedis();
        System.out.println("Redis was killed.");
      } catch (Exception notKilled) {
        System.err.println("Redis was not killed: " + notKilled);
      }
    });
  }

  private static boolean verdict(Load load, Stored stored, long posts) throws Exception {
    long head = stored.head();
    long length = stored.length();
    long started = System.nanoTime();
    long rows = stored.rows();
    while (rows < posts && System.nanoTime() - started < PATIENCE.toNanos()) {
      Thread.sleep(100);
      rows = stored.rows();
    }
    double behind = (System.nanoTime() - started) / 1e9;
    boolean same = head == posts && length == posts && rows == posts;
    System.out.printf(
        Locale.ROOT,
        "posted=%d head=%d redis=%d archive=%d (%.1f s after the last reader)%n",
        posts,
        head,
        length,
        rows,
        behind);
    System.out.println(load.faults());
    boolean good = same && load.isClean();
    System.out.println(good ? "PASSED: nothing lost, doubled or out of order" : "FAILED");
    return good;
  }
}
