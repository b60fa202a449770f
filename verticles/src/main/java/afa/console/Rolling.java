package afa.console;

import afa.message.RollingTold;
import afa.message.RollingTold.State;
import afa.message.RollingTold.Step;
import afa.message.RollingTold.StepState;
import afa.message.VerticleState;
import afa.message.VerticleStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A verticle restarted on one node after the other: the next one only when the last one runs again
 * and has caught up. Knows what is to be done, and does nothing itself.
 */
final class Rolling {
  /** How long a verticle may take until it has caught up. */
  static final Duration PATIENCE = Duration.ofMinutes(2);

  /** What a node said within so long after the restart may have been on its way before. */
  private static final Duration SETTLING = Duration.ofSeconds(2);

  /** What comes in while one looks. */
  private static final long SMALL_LAG = 100;

  /** A node's turn. */
  private static final class Turn {
    final boolean wasReady;
    final long lagBefore;
    StepState state = StepState.WAITING;
    String sentence = "";
    long answeredAt;

    Turn(NodeView node, VerticleStatus verticle) {
      wasReady = node.report().ready();
      lagBefore = verticle.lag() == null ? 0 : verticle.lag();
      if (!node.heard()) skip("it is not heard");
      else if (!verticle.wanted()) skip("it is stopped here, and stays so");
    }

    void skip(String why) {
      state = StepState.SKIPPED;
      sentence = why;
    }
  }

  private final String id;
  private final String verticle;
  private final String runner;
  private final String who;
  private final Map<String, Turn> turns = new LinkedHashMap<>();
  private State state = State.RUNNING;
  private boolean aborting;
  private String sentence = "";

  /**
   * @param runner the node that sees to it; its turn is the last
   * @param nodes all that are known
   */
  Rolling(String id, String verticle, String runner, String who, List<NodeView> nodes) {
    this.id = id;
    this.verticle = verticle;
    this.runner = runner;
    this.who = who;
    List<NodeView> ordered = new ArrayList<>(nodes);
    ordered.sort(Comparator.comparing((NodeView node) -> node.name().equals(runner))
        .thenComparing(NodeView::name));
    for (NodeView node : ordered) {
      node.verticle(verticle).ifPresent(status -> turns.put(node.name(), new Turn(node, status)));
    }
  }

  String verticle() {
    return verticle;
  }

  String who() {
    return who;
  }

  boolean isOver() {
    return state != State.RUNNING;
  }

  /** The nodes whose turn is to come. */
  List<String> waiting() {
    return turns.entrySet().stream()
        .filter(turn -> turn.getValue().state == StepState.WAITING)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The node that is to be told to restart it now; it is told once. */
  Optional<String> begin() {
    if (isOver() || isBusy()) return Optional.empty();
    List<String> waiting = waiting();
    if (aborting && !waiting.isEmpty()) {
      end(State.ABORTED, "Aborted; " + left(waiting) + " not restarted.");
    } else if (waiting.isEmpty()) {
      end(State.DONE, "Restarted on " + count(StepState.DONE) + " of " + turns.size() + " nodes.");
    } else {
      turn(waiting.get(0)).state = StepState.RESTARTING;
      return Optional.of(waiting.get(0));
    }
    return Optional.empty();
  }

  private boolean isBusy() {
    return count(StepState.RESTARTING) + count(StepState.CATCHING_UP) > 0;
  }

  /** The node has done it, as it says. */
  void restarted(String node, String told, long nowMillis) {
    Turn turn = turn(node);
    turn.sentence = told;
    turn.answeredAt = nowMillis;
    // A console that restarts itself cannot look any more.
    boolean isThisConsole = node.equals(runner) && verticle.equals("console");
    turn.state = isThisConsole ? StepState.DONE : StepState.CATCHING_UP;
  }

  /** It has not, or something went wrong afterwards: nothing more is restarted. */
  void failed(String node, String why) {
    Turn turn = turn(node);
    turn.state = StepState.FAILED;
    turn.sentence = why;
    List<String> waiting = waiting();
    end(
        State.FAILED,
        "Stopped at " + node + ": " + why
            + (waiting.isEmpty() ? "" : " " + left(waiting) + " not restarted."));
  }

  /** The node whose verticle runs again and is looked at until it has caught up. */
  Optional<String> catchingUp() {
    return turns.entrySet().stream()
        .filter(turn -> turn.getValue().state == StepState.CATCHING_UP)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Looks at it. */
  void look(String node, Optional<NodeView> seen, long nowMillis) {
    Turn turn = turn(node);
    long since = nowMillis - turn.answeredAt;
    Optional<VerticleStatus> status = seen.flatMap(view -> view.verticle(verticle));
    if (seen.isPresent() && status.isPresent() && isNews(seen.get(), since)) {
      if (status.get().state() == VerticleState.FAILED) {
        failed(node, "it failed: " + status.get().error());
        return;
      }
      if (isBack(turn, seen.get(), status.get())) {
        turn.state = StepState.DONE;
        return;
      }
    }
    if (since > PATIENCE.toMillis()) {
      failed(node, "it has not caught up within " + PATIENCE.toSeconds() + " s.");
    }
  }

  private static boolean isNews(NodeView seen, long sinceMillis) {
    return sinceMillis >= SETTLING.toMillis()
        && seen.silentMillis() < sinceMillis - SETTLING.toMillis() / 2;
  }

  private static boolean isBack(Turn turn, NodeView seen, VerticleStatus status) {
    long allowed = Math.max(SMALL_LAG, turn.lagBefore);
    boolean behind = status.lag() != null && !status.standby() && status.lag() > allowed;
    boolean ready = seen.report().ready() || !turn.wasReady;
    return seen.heard() && ready && status.state() == VerticleState.RUNNING && !behind;
  }

  /** Nothing more is begun; what was begun is ended. */
  void abort() {
    aborting = true;
  }

  /** Nobody sees to it any more. */
  void abandon(String why) {
    end(State.FAILED, why);
  }

  private void end(State outcome, String told) {
    state = outcome;
    sentence = told;
    for (String node : waiting()) turn(node).skip("");
  }

  private static String left(List<String> waiting) {
    return String.join(", ", waiting) + (waiting.size() == 1 ? " is" : " are");
  }

  private long count(StepState wanted) {
    return turns.values().stream().filter(turn -> turn.state == wanted).count();
  }

  private Turn turn(String node) {
    Turn turn = turns.get(node);
    if (turn == null) throw new IllegalArgumentException("no turn of " + node);
    return turn;
  }

  RollingTold told(Instant at) {
    List<Step> steps = turns.entrySet().stream()
        .map(turn -> new Step(turn.getKey(), turn.getValue().state, turn.getValue().sentence))
        .toList();
    String now = aborting && !isOver() ? "Is being aborted." : sentence;
    return new RollingTold(id, verticle, runner, who, at, state, steps, now);
  }
}
