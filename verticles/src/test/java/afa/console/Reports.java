package afa.console;

import afa.message.NodeReported;
import afa.message.NodeVitals;
import afa.message.VerticleState;
import afa.message.VerticleStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What nodes of tests say of themselves. */
final class Reports {
  static final Instant NOON = Instant.parse("2026-05-24T12:00:00Z");

  private Reports() {}

  static NodeReported node(String name, VerticleStatus... verticles) {
    return node(name, "life1", true, false, vitals(0, 0, 0, -1), verticles);
  }

  static NodeReported node(
      String name,
      String life,
      boolean ready,
      boolean draining,
      NodeVitals vitals,
      VerticleStatus... verticles) {
    return new NodeReported(
        name,
        life,
        "0.1.0",
        List.of("delivery"),
        "http://127.0.0.1:8080",
        NOON,
        Instant.now(),
        ready,
        draining,
        vitals,
        List.of(verticles));
  }

  static NodeVitals vitals(long readers, long posts, long deliveries, double delayMillis) {
    return new NodeVitals(1, 2, 3, 2, 0.5, 0.7, 1.0, readers, posts, deliveries, delayMillis);
  }

  static VerticleStatus verticle(String name, VerticleState state) {
    return verticle(name, state, true, null, null);
  }

  static VerticleStatus verticle(
      String name,
      VerticleState state,
      boolean wanted,
      @Nullable Long lag,
      @Nullable String error) {
    return new VerticleStatus(
        name, wanted, state, NOON, false, NOON, 7, lag, "updates", 1, 2, error, null);
  }

  static NodeView heard(NodeReported report) {
    return new NodeView(report, 100, true);
  }
}
