package afa.front;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What comes to the port of a node, summed over its event loops. {@code accepted = open + closed}, by
 * whichever side; {@code refused} are none of these, {@code idle} and {@code slow} are among those
 * closed.
 */
final class FrontCounters {
  final AtomicInteger open = Metrics.gauge("afa.front.connections.open", new AtomicInteger());
  final Counter accepted = counter("connections.accepted");

  /** Above the most that may be open. */
  final Counter refused = counter("connections.refused");

  /** Had served and asked nothing more. */
  final Counter idle = counter("connections.idle");

  /** Completed no request, or dribbled its body, or did not take the answer. */
  final Counter slow = counter("connections.slow");

  /** Not HTTP, or more of it than we read: 400, 414, 431. */
  final Counter bad = counter("requests.bad");

  /** TLS that came to nothing, and connections that broke. */
  final Counter failed = counter("connections.failed");

  private static Counter counter(String name) {
    return Metrics.counter("afa.front." + name);
  }
}
