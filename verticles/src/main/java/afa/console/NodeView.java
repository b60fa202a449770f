package afa.console;

import afa.message.NodeReported;
import afa.message.VerticleState;
import afa.message.VerticleStatus;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a node.
 *
 * @param report the last that it told
 * @param silentMillis since then
 * @param heard whether that is lately enough to believe it
 */
record NodeView(NodeReported report, long silentMillis, boolean heard) {

  String name() {
    return report.node();
  }

  /** Of a node that is not heard all is unknown, whatever it said last. */
  List<VerticleStatus> verticles() {
    if (heard) return report.verticles();
    return report.verticles().stream().map(this::unknown).toList();
  }

  Optional<VerticleStatus> verticle(String name) {
    return verticles().stream().filter(status -> status.verticle().equals(name)).findFirst();
  }

  private VerticleStatus unknown(VerticleStatus last) {
    return new VerticleStatus(
        last.verticle(),
        last.wanted(),
        VerticleState.UNKNOWN,
        report.at(),
        last.standby(),
        last.worked(),
        last.work(),
        last.lag(),
        last.lagMeaning(),
        last.restartsByPeople(),
        last.restartsByFailures(),
        last.error(),
        last.errorAt());
  }
}
