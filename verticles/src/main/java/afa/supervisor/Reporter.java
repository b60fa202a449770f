package afa.supervisor;

import afa.message.Addresses;
import afa.message.NodeReported;
import afa.message.NodeVitals;
import io.vertx.core.eventbus.EventBus;
import java.time.Duration;
import java.time.Instant;

/** Tells the cluster how this node is doing. */
final class Reporter {
  private final EventBus bus;
  private final NodeIdentity node;
  private final Wards wards;
  private final Vitals vitals;
  private NodeVitals measured;

  Reporter(EventBus bus, NodeIdentity node, Wards wards, Vitals vitals) {
    this.bus = bus;
    this.node = node;
    this.wards = wards;
    this.vitals = vitals;
    this.measured = vitals.read(Duration.ZERO);
  }

  /** To be called every second; between, the last measurement is told again. */
  void measure() {
    measured = vitals.read(wards.worstDelay());
  }

  void tell() {
    Addresses.NODES.publish(
        bus,
        new NodeReported(
            node.name(),
            node.life(),
            node.version(),
            node.roles(),
            node.http(),
            node.startedAt(),
            Instant.now(),
            node.ready().getAsBoolean(),
            node.draining().getAsBoolean(),
            measured,
            wards.statuses()));
  }
}
