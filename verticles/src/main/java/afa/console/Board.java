package afa.console;

import afa.message.NodeReported;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The nodes by their names, with what each told last and when that was heard here. */
final class Board {
  /** Three reports that did not come. */
  static final Duration SILENCE = Duration.ofSeconds(3);

  /** A node that said goodbye is shown for so long after it. */
  static final Duration AFTER_GOODBYE = Duration.ofMinutes(1);

  /** One that went without a word is missed for so long. */
  static final Duration MISSED = Duration.ofHours(1);

  private static final int MOST = 500;

  private record Seen(NodeReported report, long heardAt) {}

  private final Map<String, Seen> nodes = new TreeMap<>();

  /**
   * A node told of itself. What an earlier life of it told late is not believed.
   *
   * @param nowMillis by any clock that only goes forward
   */
  void heard(NodeReported report, long nowMillis) {
    Seen last = nodes.get(report.node());
    if (last != null && isOfEarlierLife(report, last.report())) return;
    nodes.put(report.node(), new Seen(report, nowMillis));
    if (nodes.size() > MOST) forgetLongestSilent();
  }

  /** Within a life the order of arrival counts: the clock of a node may be set back. */
  private static boolean isOfEarlierLife(NodeReported report, NodeReported last) {
    return !report.life().equals(last.life()) && report.startedAt().isBefore(last.startedAt());
  }

  private void forgetLongestSilent() {
    nodes.entrySet().stream()
        .min(Comparator.comparingLong(node -> node.getValue().heardAt()))
        .map(Map.Entry::getKey)
        .ifPresent(nodes::remove);
  }

  /** All that are known, by name; those that are gone for long enough are forgotten. */
  List<NodeView> nodes(long nowMillis) {
    nodes.values().removeIf(seen -> isGone(seen, nowMillis));
    List<NodeView> views = new ArrayList<>();
    nodes.values().forEach(seen -> views.add(view(seen, nowMillis)));
    return views;
  }

  Optional<NodeView> node(String name, long nowMillis) {
    return Optional.ofNullable(nodes.get(name)).map(seen -> view(seen, nowMillis));
  }

  private static boolean isGone(Seen seen, long nowMillis) {
    Duration kept = seen.report().draining() ? AFTER_GOODBYE : MISSED;
    return nowMillis - seen.heardAt() > kept.toMillis();
  }

  private static NodeView view(Seen seen, long nowMillis) {
    long silent = nowMillis - seen.heardAt();
    return new NodeView(seen.report(), silent, silent <= SILENCE.toMillis());
  }
}
