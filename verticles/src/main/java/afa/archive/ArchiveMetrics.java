package afa.archive;

import afa.bus.Pulse;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** What the archiver of an event has done; {@code read = kept + held}. */
final class ArchiveMetrics implements AutoCloseable {
  private final String event;
  private final Counter read;
  private final Counter kept;
  private final Counter held;
  private final Counter failures;
  private final AtomicLong lag = new AtomicLong();
  private final AtomicLong waiting = new AtomicLong();
  private List<Gauge> gauges = List.of();
  private Pulse pulse = new Pulse();

  ArchiveMetrics(String event) {
    this.event = event;
    read = Metrics.counter("afa.archive.read", "event", event);
    kept = Metrics.counter("afa.archive.kept", "event", event);
    held = Metrics.counter("afa.archive.held", "event", event);
    failures = Metrics.counter("afa.archive.failures", "event", event);
  }

  /** Whom else it is told to. */
  void tell(Pulse supervised) {
    pulse = supervised;
  }

  /** From now on we are the owner: only its gauges mean anything. */
  void open() {
    gauges = List.of(gauge("afa.archive.lag", lag), gauge("afa.archive.waiting", waiting));
  }

  private Gauge gauge(String name, AtomicLong value) {
    return Gauge.builder(name, value, AtomicLong::get)
        .tag("event", event)
        .register(Metrics.globalRegistry);
  }

  /** The log goes to {@code head}, the archive to {@code checkpoint}. */
  void head(long head, long checkpoint) {
    lag.set(Math.max(0, head - checkpoint));
    pulse.lag(lag.get());
  }

  void kept(Archive.Kept result, long head) {
    read.increment(result.kept() + result.held());
    kept.increment(result.kept());
    pulse.worked(result.kept());
    held.increment(result.held());
    head(head, result.checkpoint());
  }

  /** How an attempt ended. */
  void waiting(boolean failed) {
    if (failed) failures.increment();
    waiting.set(failed ? 1 : 0);
  }

  /** The gauges belong to the owner, the counters to the process. */
  @Override
  public void close() {
    gauges.forEach(Metrics.globalRegistry::remove);
    gauges = List.of();
  }
}
