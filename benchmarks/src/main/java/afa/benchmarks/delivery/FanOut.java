package afa.benchmarks.delivery;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Many readers, each update to all: what a delivery costs the server, and how long it takes. */
record FanOut(Settings settings, String name, Readers.Mode mode, List<Point> points)
    implements Scenario {
  /**
   * A load.
   *
   * @param rate updates a second
   */
  record Point(int readers, double rate) {
    /** As in {@code 10000x5}. */
    static Point parse(String text) {
      String[] parts = text.split("x", 2);
      return new Point(Integer.parseInt(parts[0]), Double.parseDouble(parts[1]));
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT, "%,d × %s/s", readers, Double.toString(rate).replaceAll("\\.0$", ""));
    }
  }

  @Override
  public void measure(Server server, Results results) throws IOException {
    try (Load load = new Load(server, mode)) {
      boolean warm = false;
      for (Point point : points) {
        load.connect(point.readers);
        double warming = warm ? Settings.SETTLE_SECONDS : settings.warmSeconds();
        report(server.peer(), point, load.run(point.rate, warming, settings.seconds()), results);
        warm = true;
        load.disconnect();
      }
    }
  }

  private void report(Peer peer, Point point, Load.Outcome outcome, Results results) {
    Progress.say("%s %s %s: %s", name, peer.label(), point, outcome);
    String at = (mode == Readers.Mode.POLL ? "long-poll, " : "") + point;
    results.add(Figure.plotted(name, at + ": CPU µs per delivery", 1), peer, outcome.cpuMicros());
    results.add(Figure.listed(name, at + ": p50 ms", 0), peer, outcome.p50Millis());
    results.add(Figure.plotted(name, at + ": p99 ms", 0), peer, outcome.p99Millis());
    results.add(Figure.listed(name, at + ": worst ms", 0), peer, outcome.worstMillis());
    results.add(peer, outcome.faults());
  }
}
