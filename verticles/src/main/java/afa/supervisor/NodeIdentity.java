package afa.supervisor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Who a node is.
 *
 * @param name the same after a restart
 * @param life differs after each start of the process
 * @param http where it answers
 * @param ready whether readers may be sent here
 * @param draining whether it is on its way out
 * @param alone what is wrong where it lacks company that it needs, else empty
 */
public record NodeIdentity(
    String name,
    String life,
    String version,
    List<String> roles,
    String http,
    Instant startedAt,
    BooleanSupplier ready,
    BooleanSupplier draining,
    Supplier<Optional<String>> alone) {
  public NodeIdentity {
    roles = List.copyOf(roles);
  }
}
