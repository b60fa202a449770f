package afa.console;

import static afa.console.Reports.heard;
import static afa.console.Reports.node;
import static afa.console.Reports.verticle;
import static org.assertj.core.api.Assertions.assertThat;

import afa.message.NodeReported;
import afa.message.RollingTold;
import afa.message.RollingTold.State;
import afa.message.RollingTold.StepState;
import afa.message.VerticleState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RollingTest {
  private static final NodeReported WELL = report(VerticleState.RUNNING, null);

  private final Rolling rolling = rolling("delivery", well("b"), well("a"), well("self"));

  @Test
  void oneNodeComesAfterTheOtherAndTheOneThatSeesToItLast() {
    for (String node : List.of("a", "b", "self")) {
      assertThat(rolling.begin()).contains(node);
      assertThat(rolling.begin()).isEmpty();
      rolling.restarted(node, "done", 0);
      assertThat(rolling.begin()).isEmpty();
      rolling.look(node, back(), 5_000);
    }
    assertThat(rolling.begin()).isEmpty();
    assertThat(told().state()).isEqualTo(State.DONE);
    assertThat(told().sentence()).isEqualTo("Restarted on 3 of 3 nodes.");
  }

  @Test
  void itWaitsUntilTheVerticleRunsIsReadyAndHasCaughtUp() {
    rolling.begin();
    rolling.restarted("a", "done", 0);
    rolling.look("a", seen(report(VerticleState.STARTING, null)), 5_000);
    rolling.look("a", seen(report(VerticleState.RUNNING, 101L)), 5_000);
    rolling.look("a", Optional.of(new NodeView(WELL, 4_000, false)), 5_000);
    rolling.look("a", Optional.of(new NodeView(WELL, 1_500, true)), 2_000); // said before
    rolling.look("a", back(), 1_000); // too soon to believe it
    assertThat(states()).startsWith(StepState.CATCHING_UP);
    rolling.look("a", seen(report(VerticleState.RUNNING, 100L)), 5_000);
    assertThat(states()).startsWith(StepState.DONE);
  }

  @Test
  void itStopsAtTheFirstFailureAndSaysWhatIsLeft() {
    rolling.begin();
    rolling.failed("a", "no answer.");
    assertThat(rolling.begin()).isEmpty();
    assertThat(told().state()).isEqualTo(State.FAILED);
    assertThat(told().sentence()).isEqualTo("Stopped at a: no answer. b, self are not restarted.");
    assertThat(states()).containsExactly(StepState.FAILED, StepState.SKIPPED, StepState.SKIPPED);
  }

  @Test
  void aVerticleThatFailsAfterwardsOrNeverCatchesUpIsAFailure() {
    rolling.begin();
    rolling.restarted("a", "done", 0);
    rolling.look("a", Optional.empty(), Rolling.PATIENCE.toMillis());
    assertThat(rolling.isOver()).isFalse();
    rolling.look("a", Optional.empty(), Rolling.PATIENCE.toMillis() + 1);
    assertThat(told().state()).isEqualTo(State.FAILED);

    Rolling other = rolling("delivery", well("a"));
    other.begin();
    other.restarted("a", "done", 0);
    other.look("a", seen(report(VerticleState.FAILED, null)), 5_000);
    assertThat(other.told(Instant.EPOCH).state()).isEqualTo(State.FAILED);
  }

  @Test
  void whoAbortsLetsTheNodeWhoseTurnItIsEndIt() {
    rolling.begin();
    rolling.abort();
    assertThat(rolling.isOver()).isFalse();
    rolling.restarted("a", "done", 0);
    rolling.look("a", back(), 5_000);
    assertThat(rolling.begin()).isEmpty();
    assertThat(told().state()).isEqualTo(State.ABORTED);
    assertThat(states()).containsExactly(StepState.DONE, StepState.SKIPPED, StepState.SKIPPED);
  }

  @Test
  void nodesThatAreNotHeardOrWhereAPersonStoppedItAreLeftOut() {
    NodeView stopped = new NodeView(
        node("b", verticle("delivery", VerticleState.STOPPED, false, null, null)), 0, true);
    Rolling some = rolling("delivery", well("a"), stopped, new NodeView(named("c"), 9_000, false));
    assertThat(some.waiting()).containsExactly("a");
    assertThat(some.told(Instant.EPOCH).steps())
        .extracting(RollingTold.Step::state)
        .containsExactly(StepState.WAITING, StepState.SKIPPED, StepState.SKIPPED);
  }

  @Test
  void aConsoleThatRestartsItselfIsDoneWithTheAnswer() {
    NodeView self = heard(node("self", verticle("console", VerticleState.RUNNING)));
    Rolling console = rolling("console", self);
    assertThat(console.begin()).contains("self");
    console.restarted("self", "done", 0);
    console.begin();
    assertThat(console.told(Instant.EPOCH).state()).isEqualTo(State.DONE);
  }

  private static Rolling rolling(String verticle, NodeView... nodes) {
    return new Rolling("r1", verticle, "self", "ada", List.of(nodes));
  }

  private static NodeView well(String name) {
    return heard(named(name));
  }

  private static NodeReported named(String name) {
    return node(name, verticle("delivery", VerticleState.RUNNING));
  }

  private static NodeReported report(VerticleState state, @Nullable Long lag) {
    return node("a", verticle("delivery", state, true, lag, "broken"));
  }

  private static Optional<NodeView> back() {
    return seen(WELL);
  }

  private static Optional<NodeView> seen(NodeReported report) {
    return Optional.of(heard(report));
  }

  private RollingTold told() {
    return rolling.told(Instant.EPOCH);
  }

  private List<StepState> states() {
    return told().steps().stream().map(RollingTold.Step::state).toList();
  }
}
