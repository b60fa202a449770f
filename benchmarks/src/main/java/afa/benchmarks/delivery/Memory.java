package afa.benchmarks.delivery;

import java.io.IOException;
import java.util.Locale;

/**
 * What a reader costs while nothing happens, and after load. A JVM collects its garbage before the
 * first look, so that garbage of readers is not hidden by memory that was in use before.
 */
record Memory(Settings settings, int readers) implements Scenario {
  private static final int WARM_READERS = 100;

  @Override
  public void measure(Server server, Results results) throws IOException {
    warm(server);
    boolean java = server.peer() == Peer.OURS;
    double live = java ? LiveHeap.bytes(server.pid()) : 0;
    double before = server.tree().pssBytes();
    try (Load load = new Load(server, Readers.Mode.STREAM)) {
      load.connect(readers);
      Pause.millis(2_000);
      add(results, server, "idle: PSS", server.tree().pssBytes() - before);
      if (java) add(results, server, "idle: live heap", LiveHeap.bytes(server.pid()) - live);
      load.run(5, 0, settings.seconds());
      add(results, server, "after load: PSS", server.tree().pssBytes() - before);
    }
  }

  private void warm(Server server) throws IOException {
    try (Load load = new Load(server, Readers.Mode.STREAM)) {
      load.connect(WARM_READERS);
      load.run(50, 0, settings.warmSeconds());
    }
  }

  private void add(Results results, Server server, String what, double bytes) {
    double perReader = bytes / readers;
    Progress.say("memory %s %s %,.0f bytes per reader", server.peer().label(), what, perReader);
    String title = String.format(Locale.ROOT, "%s, bytes per reader of %,d", what, readers);
    results.add(Figure.plotted("memory", title, 0), server.peer(), perReader);
  }
}
