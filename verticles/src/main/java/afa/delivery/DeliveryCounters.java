package afa.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
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
  private static final String PREFIX = "afa.delivery.";

  final Counter connected;
  final Counter closed;
  final Counter polls;
  final Counter delivered;
  final Counter resets;
  final Counter refused;
  final Counter repairs;
  final Counter stalled;
  final Counter drained;
  final Timer delay;
  final AtomicLong streams = new AtomicLong();
  final AtomicLong waiting = new AtomicLong();

  /** Shown by every registry of the process. */
  public DeliveryCounters() {
    this(Metrics.globalRegistry);
  }

  /** Shown by one registry alone. */
  public DeliveryCounters(MeterRegistry registry) {
    connected = counter(registry, "streams.connected", "Streams that were opened");
    closed = counter(registry, "streams.closed", "Streams that ended, by whichever side");
    polls = counter(registry, "polls", "Long-polls that were asked");
    delivered = counter(registry, "updates.delivered", "Updates written to readers");
    resets = counter(registry, "resets", "Readers who were told to start over");
    refused = counter(registry, "refused", "Requests for too much of the log, answered with 429");
    repairs = counter(registry, "repairs", "Reads of the log as updates came out of order or not");
    stalled = counter(registry, "streams.stalled", "Streams given up as they took nothing");
    drained = counter(registry, "drained", "Readers sent away as this node stopped serving them");
    gauge(registry, "streams.open", "Streams that are open", streams);
    gauge(registry, "polls.waiting", "Long-polls that wait for an update", waiting);
    delay = Timer.builder("afa.delivery.delay")
        .description("from the arrival of an update to the last of the streams of an event loop")
        .publishPercentiles(0.5, 0.99)
        .distributionStatisticExpiry(Duration.ofMinutes(1))
        .register(registry);
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

  private static Counter counter(MeterRegistry registry, String name, String meaning) {
    return Counter.builder(PREFIX + name).description(meaning).register(registry);
  }

  private static void gauge(MeterRegistry registry, String name, String meaning, AtomicLong value) {
    Gauge.builder(PREFIX + name, value, AtomicLong::get).description(meaning).register(registry);
  }
}
