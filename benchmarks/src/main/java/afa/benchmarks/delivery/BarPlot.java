package afa.benchmarks.delivery;

import java.util.List;

/** Placeholder until drawn. */
final class BarPlot {
  BarPlot(Results results, List<Peer> peers) {}

  String svg() {
    return "";
  }
}
