package afa.benchmarks.delivery;

import java.util.List;
import java.util.Locale;

/** Results as a table of Markdown: median and spread of each peer, and ours in proportion to two. */
final class ResultTable {
  private final Results results;
  private final List<Peer> peers;

  ResultTable(Results results, List<Peer> peers) {
    this.results = results;
    this.peers = peers;
  }

  String markdown() {
    StringBuilder table = new StringBuilder("| figure |");
    for (Peer peer : peers) table.append(' ').append(peer.label()).append(" |");
    table.append(" ours ÷ nchan | ours ÷ limit |\n|---|");
    table.append("---|".repeat(peers.size() + 2)).append('\n');
    results.figures().forEach(figure -> table.append(row(figure)));
    table.append("| lost / doubled / out of order / torn / closed |");
    for (Peer peer : peers) table.append(' ').append(faults(peer)).append(" |");
    return table.append("  |  |\n").toString();
  }

  private String row(Figure figure) {
    StringBuilder row = new StringBuilder("| " + figure.title() + " |");
    for (Peer peer : peers) row.append(' ').append(cell(figure, peer)).append(" |");
    row.append(' ').append(ratio(figure, Peer.NCHAN)).append(" |");
    return row.append(' ').append(ratio(figure, Peer.LIMIT)).append(" |\n").toString();
  }

  private String cell(Figure figure, Peer peer) {
    Results.Summary summary = results.of(figure, peer);
    if (summary == null) return "–";
    String median = number(figure, summary.median());
    if (summary.least() == summary.most()) return median;
    return median + " (" + number(figure, summary.least()) + "–" + number(figure, summary.most())
        + ")";
  }

  private String ratio(Figure figure, Peer other) {
    Results.Summary ours = results.of(figure, Peer.OURS);
    Results.Summary theirs = results.of(figure, other);
    if (ours == null || theirs == null || theirs.median() == 0) return "–";
    return String.format(Locale.ROOT, "%.2f", ours.median() / theirs.median());
  }

  private String faults(Peer peer) {
    Tally.Faults faults = results.faults().getOrDefault(peer, Tally.Faults.NONE);
    return String.format(
        Locale.ROOT,
        "%,d / %,d / %,d / %,d / %,d",
        faults.lost(),
        faults.doubled(),
        faults.late(),
        faults.torn(),
        faults.closed());
  }

  static String number(Figure figure, double value) {
    return String.format(Locale.ROOT, "%,." + figure.digits() + "f", value);
  }
}
