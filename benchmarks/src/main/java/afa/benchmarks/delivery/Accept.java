package afa.benchmarks.delivery;

import java.io.IOException;
import java.util.Locale;

/** Storms of readers that all come at once: the first after the server got ready, and the fourth. */
record Accept(int readers) implements Scenario {
  private static final int STORMS = 4;

  @Override
  public void measure(Server server, Results results) throws IOException {
    try (Load load = new Load(server, Readers.Mode.STREAM)) {
      for (int storm = 1; storm <= STORMS; storm++) {
        double perSecond = load.connect(readers).perSecond();
        Progress.say("accept %s storm %d: %,.0f/s", server.peer().label(), storm, perSecond);
        if (storm == 1) add(results, server, "first storm", perSecond);
        if (storm == STORMS) add(results, server, "fourth storm", perSecond);
        load.disconnect();
      }
    }
  }

  private void add(Results results, Server server, String which, double perSecond) {
    String title = String.format(Locale.ROOT, "accepted per second, %s of %,d", which, readers);
    results.add(Figure.plotted("accept", title, 0), server.peer(), perSecond);
  }
}
