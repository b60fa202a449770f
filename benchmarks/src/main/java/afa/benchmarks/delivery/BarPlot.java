package afa.benchmarks.delivery;

import java.util.List;
import java.util.Locale;

/** Results as a picture: for each figure one bar a peer. Readable on light and on dark ground. */
final class BarPlot {
  private static final int COLUMNS = 2;
  private static final int CELL = 440;
  private static final int BAR = 16;
  private static final int LABEL = 54;
  private static final int LONGEST = 270;
  private static final int MARGIN = 20;

  private static final String STYLE =
      """
      <style>
        text { font: 12px system-ui, sans-serif; fill: #24292f }
        .title { font-weight: 600 }
        .bar { fill: #8c959f }
        .ours { fill: #0969da }
        .spread { stroke: #24292f; stroke-width: 1 }
        @media (prefers-color-scheme: dark) {
          text { fill: #e6edf3 }
          .bar { fill: #6e7681 }
          .ours { fill: #4493f8 }
          .spread { stroke: #e6edf3 }
        }
      </style>
      """;

  private final Results results;
  private final List<Peer> peers;
  private final int height;

  BarPlot(Results results, List<Peer> peers) {
    this.results = results;
    this.peers = peers;
    this.height = 20 + peers.size() * (BAR + 4) + MARGIN;
  }

  String svg() {
    List<Figure> figures = results.figures().stream().filter(Figure::plotted).toList();
    int rows = (figures.size() + COLUMNS - 1) / COLUMNS;
    StringBuilder svg = new StringBuilder(format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\">%n",
        COLUMNS * CELL + MARGIN, rows * height + MARGIN));
    svg.append("<title>Delivery, side by side</title>\n").append(STYLE);
    for (int i = 0; i < figures.size(); i++) {
      int x = MARGIN + i % COLUMNS * CELL;
      int y = MARGIN + i / COLUMNS * height;
      svg.append(format("<g transform=\"translate(%d %d)\">%n", x, y));
      cell(svg, figures.get(i));
      svg.append("</g>\n");
    }
    return svg.append("</svg>\n").toString();
  }

  private void cell(StringBuilder svg, Figure figure) {
    svg.append(format("<text class=\"title\" y=\"10\">%s</text>%n", figure.title()));
    double most = peers.stream()
        .map(peer -> results.of(figure, peer))
        .mapToDouble(summary -> summary == null ? 0 : summary.most())
        .max()
        .orElse(0);
    for (int i = 0; i < peers.size(); i++) {
      bar(svg, figure, peers.get(i), 20 + i * (BAR + 4), LONGEST / Math.max(most, 1e-9));
    }
  }

  private void bar(StringBuilder svg, Figure figure, Peer peer, int y, double scale) {
    svg.append(format("<text y=\"%d\">%s</text>%n", y + 12, peer.label()));
    Results.Summary summary = results.of(figure, peer);
    if (summary == null) return;
    double length = Math.max(1, summary.median() * scale);
    String kind = peer == Peer.OURS ? "bar ours" : "bar";
    svg.append(format(
        "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"2\"/>%n",
        kind, LABEL, y, length, BAR));
    double least = LABEL + Math.max(0, summary.least() * scale);
    double end = LABEL + Math.max(length, summary.most() * scale);
    int middle = y + BAR / 2;
    svg.append(format(
        "<line class=\"spread\" x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\"/>%n",
        least, middle, end, middle));
    String value = ResultTable.number(figure, summary.median());
    svg.append(format("<text x=\"%.1f\" y=\"%d\">%s</text>%n", end + 6, y + 12, value));
  }

  private static String format(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }
}
