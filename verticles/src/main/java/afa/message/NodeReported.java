package afa.message;

import java.time.Instant;
import java.util.List;

/**
 * How a node of the cluster is doing; told every second and on every change.
 *
 * @param node its name, the same after a restart
 * @param life differs after each start of the process
 * @param http where it answers, such as {@code http://127.0.0.1:8081}
 * @param at when this was said, by the clock of the node
 * @param ready whether a load balancer may send readers here
 * @param draining whether it is on its way out
 */
public record NodeReported(
    String node,
    String life,
    String version,
    List<String> roles,
    String http,
    Instant startedAt,
    Instant at,
    boolean ready,
    boolean draining,
    NodeVitals vitals,
    List<VerticleStatus> verticles)
    implements BusMessage {
  public NodeReported {
    roles = roles == null ? List.of() : List.copyOf(roles);
    verticles = verticles == null ? List.of() : List.copyOf(verticles);
  }
}
