package afa.benchmarks.delivery;

import java.io.IOException;
import java.util.Locale;

/** The worst delay that any reader sees in minutes. */
record Worst(Settings settings, FanOut.Point point) implements Scenario {
  @Override
  public void measure(Server server, Results results) throws IOException {
    Peer peer = server.peer();
    try (Load load = new Load(server, Readers.Mode.STREAM)) {
      load.connect(point.readers());
      double seconds = settings.worstMinutes() * 60;
      Load.Outcome outcome = load.run(point.rate(), settings.warmSeconds(), seconds);
      Progress.say("worst %s %s: %s", peer.label(), point, outcome);
      String title = String.format(
          Locale.ROOT, "%s, worst ms in %.1f minutes", point, settings.worstMinutes());
      results.add(Figure.plotted("worst", title, 0), peer, outcome.worstMillis());
      results.add(peer, outcome.faults());
    }
  }
}
