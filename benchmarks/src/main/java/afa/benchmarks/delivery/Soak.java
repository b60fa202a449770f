package afa.benchmarks.delivery;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Our node under readers that come, go, dawdle and block for half an hour: whether memory stays flat,
 * every descriptor comes back, and nobody who behaves misses anything.
 */
public final class Soak {
  private static final Set<String> OPTIONS =
      Set.of("minutes", "readers", "rate", "slow", "sample-seconds", "server-core");

  private final List<SoakVerdict.Sample> samples = new ArrayList<>();
  private final Options options;
  private final int readers;
  private final double rate;
  private final int sampleSeconds;
  private final int seconds;

  private Soak(Options options) {
    this.options = options;
    this.readers = options.whole("readers", 5_000);
    this.rate = options.number("rate", 5);
    this.sampleSeconds = options.whole("sample-seconds", 30);
    this.seconds = (int) Math.round(options.number("minutes", 30) * 60);
    if (seconds < SoakVerdict.LEAST_SAMPLES * sampleSeconds) {
      throw new Options.Mistake("too short to judge memory: take at least "
          + SoakVerdict.LEAST_SAMPLES * sampleSeconds / 60.0
          + " minutes, or a smaller --sample-seconds");
    }
  }

  /** Exit status 0 says that all rules held. */
  public static void main(String[] args) throws IOException {
    try {
      SoakVerdict verdict = new Soak(new Options(args, OPTIONS)).run();
      System.out.print(verdict.text());
      System.exit(verdict.passed() ? 0 : 1);
    } catch (Options.Mistake mistake) {
      System.err.println(mistake.getMessage());
      System.exit(2);
    }
  }

  private SoakVerdict run() throws IOException {
    try (Server server = Server.start(Peer.OURS, options.whole("server-core", 0))) {
      int before = server.tree().descriptors();
      Tally.Faults faults = soak(server);
      server.awaitDescriptors(before, 30);
      return new SoakVerdict(samples, faults, before, server.tree().descriptors());
    }
  }

  private Tally.Faults soak(Server server) throws IOException {
    try (Readers behaving = new Readers(server.target(), Readers.Mode.STREAM);
        Publisher publisher = new Publisher(server.target(), 0);
        SlowReaders slow = new SlowReaders(server.target(), options.whole("slow", 50))) {
      Churn churn = new Churn(behaving);
      behaving.startRun(0, Clock.micros() + TimeUnit.SECONDS.toMicros(sampleSeconds));
      churn.come(readers, 0);
      seconds(server, publisher, churn, slow);
      boolean unused = Pause.until(15, () -> churn.behind(publisher.sequence()) == 0);
      long behind = churn.behind(publisher.sequence());
      return report(behaving.tally(), churn)
          .plus(new Tally.Faults(behind + publisher.refused(), 0, 0, 0, 0));
    }
  }

  private void seconds(Server server, Publisher publisher, Churn churn, SlowReaders slow)
      throws IOException {
    long start = Clock.micros();
    for (int second = 0; second < seconds; second++) {
      publisher.publish(rate, start + TimeUnit.SECONDS.toMicros(second), 1, 30);
      churn.second(publisher.sequence());
      slow.second();
      if ((second + 1) % sampleSeconds == 0) sample(server, churn);
    }
    // The last ones who were left come back.
    churn.second(publisher.sequence());
  }

  private void sample(Server server, Churn churn) throws IOException {
    SoakVerdict.Sample sample = new SoakVerdict.Sample(
        server.tree().pssBytes() / (1 << 20),
        heapBytes(server.target()) / (1 << 20),
        server.tree().descriptors());
    samples.add(sample);
    Progress.say(
        "PSS %.0f MB, heap %.0f MB, %d descriptors; %,d left, %,d were left by the server",
        sample.pssMegabytes(),
        sample.heapMegabytes(),
        sample.descriptors(),
        churn.left(),
        churn.returned());
  }

  private static double heapBytes(Target target) throws IOException {
    URI metrics = URI.create("http://127.0.0.1:" + target.port() + "/metrics");
    try (var body = metrics.toURL().openStream()) {
      return heapBytes(new String(body.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  static double heapBytes(String metrics) {
    return metrics
        .lines()
        .filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private Tally.Faults report(Tally tally, Churn churn) {
    Progress.say(
        "%,d messages received; delay p50 %.0f ms, p99 %.0f ms, worst %.0f ms; %,d readers left,"
            + " %,d were left by the server and came back",
        tally.received(),
        tally.millis(50),
        tally.millis(99),
        tally.worstMillis(),
        churn.left(),
        churn.returned());
    return tally.faultsWithGaps();
  }
}
