package afa.benchmarks.delivery;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Readers and a publisher at a server. */
final class Load implements AutoCloseable {
  private static final int CONNECT_SECONDS = 90;

  /** How long what was published may be on its way at the end of a run. */
  private static final int DRAIN_SECONDS = 8;

  /** Descriptors that a server may have opened meanwhile for itself, as to its Redis. */
  private static final int OF_ITS_OWN = 16;

  private final Server server;
  private final Readers readers;
  private final Publisher publisher;
  private final int descriptors;
  private int connected;

  Load(Server server, Readers.Mode mode) throws IOException {
    this.server = server;
    descriptors = server.tree().descriptors();
    readers = new Readers(server.target(), mode);
    publisher = new Publisher(server.target(), server.sequence());
  }

  Ramp connect(int count) {
    Ramp ramp =
        readers.connect(count).orTimeout(CONNECT_SECONDS, TimeUnit.SECONDS).join();
    connected += count;
    return ramp;
  }

  /**
   * Publishes at a rate and waits for what is on its way.
   *
   * @param warmSeconds at the beginning, which don't count in times and processor time
   */
  Outcome run(double rate, double warmSeconds, double seconds) throws IOException {
    long start = Clock.micros() + 50_000;
    long measured = start + (long) (warmSeconds * 1e6);
    readers.startRun(publisher.sequence(), measured);
    Tally tally = readers.tally();
    publisher.publish(rate, start, warmSeconds, DRAIN_SECONDS);
    Usage before = usage();
    publisher.publish(rate, measured, seconds, DRAIN_SECONDS);
    long expected = connected * (Math.round(rate * warmSeconds) + Math.round(rate * seconds));
    boolean unused = Pause.until(DRAIN_SECONDS, () -> tally.received() >= expected);
    Usage used = usage().minus(before);
    server.published(publisher.sequence());
    return readers
        .call(() -> Outcome.of(tally, connected * rate, used, tally.faults(expected)))
        .join();
  }

  private Usage usage() {
    return new Usage(
        readers.tally().received(),
        server.tree().cpuSeconds(),
        ProcessTree.ofThisAlone().cpuSeconds());
  }

  /** All readers leave, and the server has noticed. */
  void disconnect() {
    readers.disconnect();
    connected = 0;
    server.awaitDescriptors(descriptors + OF_ITS_OWN, 30);
  }

  @Override
  public void close() throws IOException {
    publisher.close();
    readers.close();
    server.awaitDescriptors(descriptors + OF_ITS_OWN, 30);
  }

  /** Deliveries so far and what they cost: processor time of the server and of this client. */
  record Usage(long deliveries, double serverSeconds, double clientSeconds) {
    Usage minus(Usage before) {
      return new Usage(
          deliveries - before.deliveries,
          serverSeconds - before.serverSeconds,
          clientSeconds - before.clientSeconds);
    }
  }

  /**
   * What a run gave.
   *
   * @param wanted deliveries a second that were asked for
   * @param cpuMicros processor time of the server for a delivery
   * @param clientMicros that of the client
   */
  record Outcome(
      double wanted,
      double cpuMicros,
      double clientMicros,
      double p50Millis,
      double p99Millis,
      double worstMillis,
      Tally.Faults faults) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%,.0f deliveries/s wanted; CPU µs each: server %.1f, client %.1f; ms: p50 %.1f, p99 %.1f,"
              + " worst %.1f; %s",
          wanted,
          cpuMicros,
          clientMicros,
          p50Millis,
          p99Millis,
          worstMillis,
          faults.isEmpty() ? "no faults" : faults);
    }

    static Outcome of(Tally tally, double wanted, Usage used, Tally.Faults faults) {
      double perDelivery = 1e6 / Math.max(1, used.deliveries);
      return new Outcome(
          wanted,
          used.serverSeconds * perDelivery,
          used.clientSeconds * perDelivery,
          tally.millis(50),
          tally.millis(99),
          tally.worstMillis(),
          faults);
    }
  }
}
