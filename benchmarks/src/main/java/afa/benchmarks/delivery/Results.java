package afa.benchmarks.delivery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All that was measured: for each figure the values of each peer, one of every repetition. */
final class Results {
  private final Map<Figure, Map<Peer, List<Double>>> values = new LinkedHashMap<>();
  private final Map<Peer, Tally.Faults> faults = new LinkedHashMap<>();

  void add(Figure figure, Peer peer, double value) {
    values
        .computeIfAbsent(figure, key -> new LinkedHashMap<>())
        .computeIfAbsent(peer, key -> new ArrayList<>())
        .add(value);
  }

  void add(Peer peer, Tally.Faults more) {
    faults.merge(peer, more, Tally.Faults::plus);
  }

  Set<Figure> figures() {
    return values.keySet();
  }

  /** Of each peer, where none was asked to go beyond what it can. */
  Map<Peer, Tally.Faults> faults() {
    return faults;
  }

  /** Null when the peer was not measured. */
  Summary of(Figure figure, Peer peer) {
    List<Double> measured = values.get(figure).get(peer);
    return measured == null ? null : Summary.of(measured);
  }

  List<Double> values(Figure figure, Peer peer) {
    return values.get(figure).getOrDefault(peer, List.of());
  }

  /** Several measurements of one thing. */
  record Summary(double median, double least, double most) {
    static Summary of(List<Double> values) {
      double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
      Arrays.sort(sorted);
      int middle = sorted.length / 2;
      double median =
          sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
      return new Summary(median, sorted[0], sorted[sorted.length - 1]);
    }
  }
}
