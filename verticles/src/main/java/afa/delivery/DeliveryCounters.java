package afa.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What delivery does, summed over the event loops of a node. {@code connected = streams open +
 * streams closed}, and likewise for polls.
 */
public final class DeliveryCounters {
  final Counter connected;
  final Counter closed;
  final Counter polls;
  final Counter delivered;
  final Counter resets;
  final Counter refused;
  final Counter repairs;
  final Counter stalled;
  final AtomicLong streams;
  final Timer delay;
  final AtomicLong waiting;

  /** Shown by every registry of the process. */
  public DeliveryCounters() {
    this(Metrics.globalRegistry);
  }

  /** Shown by one registry alone. */
  public DeliveryCounters(MeterRegistry registry) {
    connected = counter(registry, "streams.connected");
    closed = counter(registry, "streams.closed");
    polls = counter(registry, "polls");
    delivered = counter(registry, "updates.delivered");
    resets = counter(registry, "resets");
    refused = counter(registry, "refused");
    repairs = counter(registry, "repairs");
    stalled = counter(registry, "streams.stalled");
    delay = Timer.builder("afa.delivery.delay")
        .description("from the arrival of an update to the last of the streams of an event loop")
        .publishPercentiles(0.5, 0.99)
        .distributionStatisticExpiry(Duration.ofMinutes(1))
        .register(registry);
    streams = registry.gauge("afa.delivery.streams.open", new AtomicLong());
    waiting = registry.gauge("afa.delivery.polls.waiting", new AtomicLong());
  }

  void opened() {
    connected.increment();
    streams.incrementAndGet();
  }

  void closed() {
    closed.increment();
    streams.decrementAndGet();
  }

  void delivered(long updates) {
    if (updates > 0) delivered.increment((double) updates);
  }

  /** What the way of an update to its readers took, in milliseconds by the clock of the wall. */
  void took(long millis) {
    delay.record(Math.max(0, millis), TimeUnit.MILLISECONDS);
  }

  private static Counter counter(MeterRegistry registry, String name) {
    return registry.counter("afa.delivery." + name);
  }
}
