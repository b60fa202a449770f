package afa.supervisor;

import afa.message.CommandVerticle.Action;
import afa.message.VerticleCommanded;
import afa.message.VerticleState;
import java.util.Locale;

/** What a command will do, or did, in sentences. */
final class Forecast {
  private Forecast() {}

  /**
   * What would happen.
   *
   * @param node where
   * @param readers that are connected there
   */
  static VerticleCommanded of(Ward ward, Action action, String node, long readers) {
    boolean needless = isNeedless(ward, action);
    long moved = needless ? 0 : moved(ward, action, readers);
    double seconds = needless ? 0 : seconds(ward);
    String sentence = needless
        ? ward.name() + " on " + node + " is " + state(ward) + " already"
        : will(ward, action, node) + ": " + moved + (moved == 1 ? " reader moves" : " readers move")
            + ", 0 posts at risk, about " + Math.max(1, Math.round(seconds)) + " s"
            + reach(ward, action);
    return new VerticleCommanded(false, sentence, moved, 0, seconds);
  }

  /** Whether all is as the command wants it. */
  static boolean isNeedless(Ward ward, Action action) {
    return switch (action) {
      case START -> ward.isWanted() && ward.state() == VerticleState.RUNNING;
      case STOP -> !ward.isWanted() && ward.state() == VerticleState.STOPPED;
      case RESTART -> false;
    };
  }

  /** Readers who are asked to come back: those whose connections it holds. */
  static long moved(Ward ward, Action action, long readers) {
    boolean holds = ward.name().equals("delivery") || ward.name().equals("front");
    return holds && action != Action.START ? readers : 0;
  }

  private static double seconds(Ward ward) {
    return Math.round(ward.lastStart().toMillis() / 100.0) / 10.0;
  }

  private static String will(Ward ward, Action action, String node) {
    return ward.name() + " on " + node + " will be " + past(action);
  }

  static String past(Action action) {
    return switch (action) {
      case START -> "started";
      case STOP -> "stopped";
      case RESTART -> "restarted";
    };
  }

  private static String state(Ward ward) {
    return ward.state().name().toLowerCase(Locale.ROOT);
  }

  private static String reach(Ward ward, Action action) {
    if (!ward.unit().oneInCluster()) return "";
    return switch (action) {
      case STOP -> "; on all nodes, or another one would take over";
      case START -> "; on all nodes that can";
      case RESTART -> "; another node may take over meanwhile";
    };
  }
}
