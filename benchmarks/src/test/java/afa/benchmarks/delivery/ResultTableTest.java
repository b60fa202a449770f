package afa.benchmarks.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ResultTableTest {
  private static final Figure COST = Figure.plotted("fanout", "µs", 1);
  private static final List<Peer> PEERS = List.of(Peer.OURS, Peer.NCHAN, Peer.LIMIT);

  private final Results results = new Results();

  @Test
  void aRowHasMedianSpreadAndOurShare() {
    add(Peer.OURS, 11, 10, 30);
    add(Peer.NCHAN, 22);
    assertThat(table()).contains("| µs | 11.0 (10.0–30.0) | 22.0 | – | 0.50 | – |");
  }

  @Test
  void aPeerThatWasNotMeasuredLeavesAGap() {
    add(Peer.LIMIT, 8, 10);
    assertThat(table()).contains("| µs | – | – | 9.0 (8.0–10.0) | – | – |");
  }

  @Test
  void faultsOfAllRunsAreAddedUp() {
    results.add(Peer.OURS, new Tally.Faults(1, 2, 3, 4, 5));
    results.add(Peer.OURS, new Tally.Faults(1, 0, 0, 0, 0));
    assertThat(table()).contains("| 2 / 2 / 3 / 4 / 5 | 0 / 0 / 0 / 0 / 0 |");
  }

  @Test
  void thePlotHasABarForEachPeerThatWasMeasured() {
    add(Peer.OURS, 5);
    add(Peer.NCHAN, 10);
    String svg = new BarPlot(results, PEERS).svg();
    assertThat(svg).startsWith("<svg").contains("width=\"135.0\"", "width=\"270.0\"");
    assertThat(svg.split("<rect", -1)).hasSize(3);
  }

  @Test
  void everyMeasuredValueIsInTheJson() {
    add(Peer.OURS, 5, 6);
    assertThat(ResultJson.of(results, PEERS, new Settings(10, 10, 2), 2))
        .contains("\"ours\" : [ 5.0, 6.0 ]", "\"repetitions\" : 2");
  }

  private String table() {
    return new ResultTable(results, PEERS).markdown();
  }

  private void add(Peer peer, double... values) {
    for (double value : values) results.add(COST, peer, value);
  }
}
