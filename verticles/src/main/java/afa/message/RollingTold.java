package afa.message;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.time.Instant;
import java.util.List;

/**
 * How far a restart of a verticle on one node after the other has come; told at every change and
 * every second while it runs.
 *
 * @param id random
 * @param runner name of the node that sees to it
 * @param who asked for it
 * @param at when this was said
 * @param steps in their order
 * @param sentence for people
 */
public record RollingTold(
    String id,
    String verticle,
    String runner,
    String who,
    Instant at,
    State state,
    List<Step> steps,
    String sentence)
    implements BusMessage {
  public RollingTold {
    steps = steps == null ? List.of() : List.copyOf(steps);
  }

  public enum State {
    RUNNING,
    DONE,
    /** At a step that failed, or because nobody hears of it any more. */
    @JsonEnumDefaultValue
    FAILED,
    ABORTED
  }

  /**
   * One node's turn.
   *
   * @param sentence for people; empty while there is nothing to say
   */
  public record Step(String node, StepState state, String sentence) {}

  public enum StepState {
    @JsonEnumDefaultValue
    WAITING,
    RESTARTING,
    /** It runs again, and works through what came meanwhile. */
    CATCHING_UP,
    DONE,
    FAILED,
    SKIPPED
  }
}
