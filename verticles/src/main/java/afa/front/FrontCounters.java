package afa.front;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What comes to the port of a node, summed over its event loops. {@code accepted = open + closed}, by
 * whichever side; {@code refused} are none of these, {@code idle} and {@code slow} are among those
 * closed.
 */
final class FrontCounters {
  final AtomicInteger open;
  final Counter accepted;

  /** Above the most that may be open. */
  final Counter refused;

  /** Had served and asked nothing more. */
  final Counter idle;

  /** Completed no request, or dribbled its body, or did not take the answer. */
  final Counter slow;

  /** Not HTTP, or more of it than we read: 400, 414, 431. */
  final Counter bad;

  /** TLS that came to nothing, and connections that broke. */
  final Counter failed;

  FrontCounters(MeterRegistry registry) {
    open = registry.gauge("afa.front.connections.open", new AtomicInteger());
    accepted = counter(registry, "connections.accepted");
    refused = counter(registry, "connections.refused");
    idle = counter(registry, "connections.idle");
    slow = counter(registry, "connections.slow");
    bad = counter(registry, "requests.bad");
    failed = counter(registry, "connections.failed");
  }

  private static Counter counter(MeterRegistry registry, String name) {
    return registry.counter("afa.front." + name);
  }
}
