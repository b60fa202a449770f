package afa.console;

import afa.message.NodeVitals;
import afa.message.VerticleState;
import afa.message.VerticleStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The cluster in one sentence: that all is well, or what is worst and what to do about it.
 *
 * @param remedy absent when there is nothing to do
 */
record Summary(Level level, String sentence, @Nullable String remedy) {
  /** More than a burst leaves behind. */
  private static final long MUCH_LAG = 1_000;

  /** A page that answers this late feels broken. */
  private static final double SLOW_LOOP_MILLIS = 500;

  enum Level {
    OK,
    WARN,
    BAD;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A smaller rank is worse. */
  private record Problem(int rank, Level level, String sentence, @Nullable String remedy) {}

  static Summary of(List<NodeView> nodes) {
    if (nodes.isEmpty()) {
      return new Summary(
          Level.WARN,
          "No node has been heard yet.",
          "This console has just started; wait a moment.");
    }
    List<Problem> problems = problems(nodes);
    if (problems.isEmpty()) return allWell(nodes);
    Problem worst = problems.get(0);
    int others = problems.size() - 1;
    String more = others == 0 ? "" : " (" + others + " more)";
    return new Summary(worst.level(), worst.sentence() + more, worst.remedy());
  }

  private static Summary allWell(List<NodeView> nodes) {
    long heard = nodes.stream().filter(NodeView::heard).count();
    long readers = nodes.stream()
        .filter(NodeView::heard)
        .mapToLong(node -> node.report().vitals().readers())
        .sum();
    String sentence = String.format(
        Locale.ROOT,
        "All is well: %s, %s.",
        counted(heard, "node", "nodes"),
        counted(readers, "reader", "readers"));
    return new Summary(Level.OK, sentence, null);
  }

  private static String counted(long count, String one, String many) {
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
  }

  private static List<Problem> problems(List<NodeView> nodes) {
    List<Problem> problems = new ArrayList<>();
    for (NodeView node : nodes) {
      if (node.heard()) hearOf(node, problems);
      else if (!node.report().draining()) problems.add(silent(node));
    }
    problems.sort(Comparator.comparingInt(Problem::rank));
    return problems;
  }

  private static Problem silent(NodeView node) {
    return new Problem(
        1,
        Level.BAD,
        node.name() + " has not been heard for " + node.silentMillis() / 1_000 + " s.",
        "Other nodes take over its work. See whether its machine and process run; start it again.");
  }

  private static void hearOf(NodeView node, List<Problem> problems) {
    for (VerticleStatus verticle : node.verticles()) hearOf(node, verticle, problems);
    NodeVitals vitals = node.report().vitals();
    if (vitals.loopDelayMillis() > SLOW_LOOP_MILLIS) {
      problems.add(new Problem(
          5,
          Level.WARN,
          node.name() + " is slow: a task waited " + Math.round(vitals.loopDelayMillis()) + " ms.",
          "Too much work or too little memory; see its processor and heap, or add a node."));
    }
    if (node.report().draining()) {
      problems.add(new Problem(
          7,
          Level.WARN,
          node.name() + " is being drained: readers move elsewhere.",
          "Nothing to do; it ends by itself."));
    } else if (!node.report().ready()) {
      problems.add(new Problem(
          6,
          Level.WARN,
          node.name() + " is not ready for readers.",
          "It may be starting; if it stays so, look at what its verticles say."));
    }
  }

  private static void hearOf(NodeView node, VerticleStatus verticle, List<Problem> problems) {
    String which = verticle.verticle() + " on " + node.name();
    String why = verticle.error() == null ? "." : ": " + sentence(verticle.error());
    if (verticle.state() == VerticleState.FAILED) {
      problems.add(new Problem(
          0,
          Level.BAD,
          which + " has failed and is not tried again" + why,
          "Read its log, mend what it names, then start it."));
    } else if (verticle.state() == VerticleState.BACKOFF) {
      problems.add(new Problem(
          2,
          Level.WARN,
          which + " failed and is started again" + why,
          "Nothing to do yet; if it goes on, read its log."));
    } else if (verticle.state() == VerticleState.DEGRADED) {
      problems.add(new Problem(
          3, Level.WARN, which + " cannot do all of its work" + why, "Its log says more."));
    } else if (verticle.lag() != null && verticle.lag() > MUCH_LAG && !verticle.standby()) {
      problems.add(new Problem(4, Level.WARN, behind(which, verticle), "It usually catches up."));
    }
  }

  private static String behind(String which, VerticleStatus verticle) {
    String meaning = verticle.lagMeaning() == null ? "" : " " + verticle.lagMeaning();
    return String.format(Locale.ROOT, "%s is behind: %,d%s.", which, verticle.lag(), meaning);
  }

  private static String sentence(String error) {
    return error.endsWith(".") ? error : error + ".";
  }
}
