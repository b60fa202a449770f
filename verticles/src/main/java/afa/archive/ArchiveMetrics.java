package afa.archive;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** What the archiver of an event has done; {@code read = kept + held}. */
final class ArchiveMetrics implements AutoCloseable {
  private final Counter read;
  private final Counter kept;
  private final Counter held;
  private final Counter failures;
  private final AtomicLong lag = new AtomicLong();
  private final AtomicLong waiting = new AtomicLong();
  private final List<Gauge> gauges;

  ArchiveMetrics(String event) {
    read = Metrics.counter("afa.archive.read", "event", event);
    kept = Metrics.counter("afa.archive.kept", "event", event);
    held = Metrics.counter("afa.archive.held", "event", event);
    failures = Metrics.counter("afa.archive.failures", "event", event);
    gauges =
        List.of(gauge("afa.archive.lag", event, lag), gauge("afa.archive.waiting", event, waiting));
  }

  private static Gauge gauge(String name, String event, AtomicLong value) {
    return Gauge.builder(name, value, AtomicLong::get)
        .tag("event", event)
        .register(Metrics.globalRegistry);
  }

  /** The log goes to {@code head}, the archive to {@code checkpoint}. */
  void head(long head, long checkpoint) {
    lag.set(Math.max(0, head - checkpoint));
  }

  void kept(Archive.Kept result, long head) {
    read.increment(result.kept() + result.held());
    kept.increment(result.kept());
    held.increment(result.held());
    head(head, result.checkpoint());
    waiting.set(0);
  }

  void failed() {
    failures.increment();
    waiting.set(1);
  }

  /** The gauges belong to one deployment, the counters to the process. */
  @Override
  public void close() {
    gauges.forEach(Metrics.globalRegistry::remove);
  }
}
