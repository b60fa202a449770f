package afa.console;

import afa.message.NodeReported;
import afa.message.NodeVitals;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The last hour in steps of ten seconds. Counters of nodes that start anew never make it negative. */
final class History {
  static final Duration STEP = Duration.ofSeconds(10);

  private static final int SAMPLES = 360;

  /**
   * One step.
   *
   * @param at its end
   * @param readers on all nodes that were heard
   * @param posts a second
   * @param deliveries a second
   * @param delayMillis the worst of all nodes, absent where nothing was delivered
   */
  record Sample(
      Instant at, long readers, double posts, double deliveries, @Nullable Double delayMillis) {}

  /** What one life of a node had counted when it was last looked at. */
  private record Counted(String life, long posts, long deliveries) {}

  private final Deque<Sample> samples = new ArrayDeque<>();
  private final Map<String, Counted> counted = new HashMap<>();

  /**
   * Looks at the nodes once more, {@link #STEP} after the last time.
   *
   * @param nodes all that are known
   */
  void sample(List<NodeView> nodes, Instant at) {
    double posts = 0;
    double deliveries = 0;
    long readers = 0;
    Double delay = null;
    Map<String, Counted> before = Map.copyOf(counted);
    counted.keySet().retainAll(nodes.stream().map(NodeView::name).toList());
    for (NodeView node : nodes) {
      Counted now = count(node.report());
      Counted last = before.get(node.name());
      counted.put(node.name(), now);
      if (last != null) {
        boolean sameLife = last.life().equals(now.life());
        posts += grown(sameLife ? last.posts() : 0, now.posts());
        deliveries += grown(sameLife ? last.deliveries() : 0, now.deliveries());
      }
      if (!node.heard()) continue;
      NodeVitals vitals = node.report().vitals();
      readers += vitals.readers();
      if (vitals.delayMillis() >= 0) {
        delay = Math.max(vitals.delayMillis(), delay == null ? 0 : delay);
      }
    }
    samples.addLast(new Sample(at, readers, perSecond(posts), perSecond(deliveries), delay));
    if (samples.size() > SAMPLES) samples.removeFirst();
  }

  private static Counted count(NodeReported report) {
    return new Counted(report.life(), report.vitals().posts(), report.vitals().deliveries());
  }

  private static long grown(long from, long to) {
    return Math.max(0, to - from);
  }

  private static double perSecond(double count) {
    return count / STEP.toSeconds();
  }

  /** The newest steps that lie within {@code span}, oldest first. */
  List<Sample> last(Duration span) {
    long wanted = Math.min(SAMPLES, span.dividedBy(STEP));
    return samples.stream().skip(Math.max(0, samples.size() - wanted)).toList();
  }
}
