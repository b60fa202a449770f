package afa.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What delivery does, summed over the event loops of a node. {@code connected = streams open +
 * streams closed}, and likewise for polls.
 */
public final class DeliveryCounters {
  final Counter connected = counter("streams.connected");
  final Counter closed = counter("streams.closed");
  final Counter polls = counter("polls");
  final Counter delivered = counter("updates.delivered");
  final Counter resets = counter("resets");
  final Counter refused = counter("refused");
  final Counter repairs = counter("repairs");
  final AtomicLong streams = Metrics.gauge("afa.delivery.streams.open", new AtomicLong());
  final AtomicLong waiting = Metrics.gauge("afa.delivery.polls.waiting", new AtomicLong());

  final Counter stalled = counter("streams.stalled");

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

  private static Counter counter(String name) {
    return Metrics.counter("afa.delivery." + name);
  }
}
