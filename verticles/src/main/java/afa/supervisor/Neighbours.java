package afa.supervisor;

import afa.message.Happened;
import afa.message.NodeReported;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The other nodes, as they are heard: notices who falls silent and who comes back, and tells it where
 * this node is the one to tell. Not safe for use by several threads.
 */
final class Neighbours {
  /** Several reports, so that one that is late is no news. */
  static final Duration SILENCE = Duration.ofSeconds(6);

  private final String self;
  private final Map<String, Neighbour> known = new TreeMap<>(); // by name
  private final Map<String, String> goodbyes = new TreeMap<>(); // by name, the life that ends

  private static final class Neighbour {
    NodeReported last;
    long heardNanos;
    boolean silent;

    Neighbour(NodeReported first) {
      last = first;
    }
  }

  Neighbours(String self) {
    this.self = self;
  }

  /**
   * A node told of itself.
   *
   * @param nanos now, by a clock that never goes back
   * @return that it is back, if this is news and ours to tell
   */
  Optional<Happened> heard(NodeReported report, long nanos) {
    if (report.node().equals(self)) return Optional.empty();
    if (report.life().equals(goodbyes.get(report.node())))
      return Optional.empty(); // its last words
    Neighbour neighbour = known.computeIfAbsent(report.node(), name -> new Neighbour(report));
    boolean isBack = neighbour.silent && neighbour.last.life().equals(report.life());
    neighbour.last = report;
    neighbour.heardNanos = nanos;
    neighbour.silent = false;
    if (!isBack || !weTell()) return Optional.empty();
    return Optional.of(happened("back", report, false, report.node() + " is heard again"));
  }

  /** It said goodbye: its silence is no news. */
  void left(String node) {
    Neighbour last = known.remove(node);
    if (last != null) goodbyes.put(node, last.last.life());
  }

  /** Who fell silent since this was asked the last time, as far as it is ours to tell. */
  List<Happened> silent(long nanos) {
    List<NodeReported> lost = new ArrayList<>();
    for (Neighbour neighbour : known.values()) {
      if (neighbour.silent || nanos - neighbour.heardNanos <= SILENCE.toNanos()) continue;
      neighbour.silent = true;
      lost.add(neighbour.last);
    }
    if (!weTell()) return List.of();
    return lost.stream()
        .map(last -> happened(
            "lost",
            last,
            true,
            last.node() + " has not been heard for " + SILENCE.toSeconds()
                + " s; if it does not come back, start it again"))
        .toList();
  }

  /** This process stood still, so who was not heard in that time may well have spoken. */
  void forgiveSilence(long nanos) {
    known.values().forEach(neighbour -> neighbour.heardNanos = nanos);
  }

  /** One of those who hear each other tells: the first by name. */
  private boolean weTell() {
    return known.entrySet().stream()
        .filter(other -> !other.getValue().silent)
        .allMatch(other -> self.compareTo(other.getKey()) < 0);
  }

  /** Of the same id, whoever tells it: should two of them do, it is kept once. */
  private static Happened happened(String kind, NodeReported last, boolean bad, String sentence) {
    String what = kind + " " + last.node() + " " + last.life() + " " + last.at();
    String id = UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8)).toString();
    return new Happened(id, Instant.now(), last.node(), null, "cluster", kind, bad, sentence);
  }
}
