package afa.benchmarks.delivery;

import java.io.IOException;
import java.util.Locale;

/**
 * How many updates a second are delivered without a loss and with a p99 below a quarter of a second:
 * the rate is doubled until that fails, then the limit is closed in on.
 */
record Capacity(Settings settings, int readers) implements Scenario {
  private static final double MOST_P99_MILLIS = 250;
  private static final double FIRST_DELIVERIES_PER_SECOND = 10_000;

  /** Halves the ratio of what passed and what did not so often: to 9 %. */
  private static final int REFINEMENTS = 3;

  /** Long enough for a queue that grows to be seen. */
  private static final double STEP_SECONDS = 5;

  /** Of the first rate, for warming up. */
  private static final double WARM_SHARE = 0.5;

  @Override
  public void measure(Server server, Results results) throws IOException {
    warm(server);
    double passed = 0;
    double rate = FIRST_DELIVERIES_PER_SECOND / readers;
    while (passes(server, rate)) {
      passed = rate;
      rate *= 2;
    }
    double failed = rate;
    for (int i = 0; i < REFINEMENTS && passed > 0; i++) {
      double middle = Math.sqrt(passed * failed);
      if (passes(server, middle)) passed = middle;
      else failed = middle;
    }
    Figure figure = Figure.plotted(
        "capacity", String.format(Locale.ROOT, "deliveries per second at %,d readers", readers), 0);
    results.add(figure, server.peer(), passed * readers);
  }

  private void warm(Server server) throws IOException {
    try (Load load = new Load(server, Readers.Mode.STREAM)) {
      load.connect(readers);
      double rate = WARM_SHARE * FIRST_DELIVERIES_PER_SECOND / readers;
      load.run(rate, 0, settings.warmSeconds());
    }
  }

  /** A rate has failed when it failed twice, as the machine may have hiccups of its own. */
  private boolean passes(Server server, double rate) throws IOException {
    return passesOnce(server, rate) || passesOnce(server, rate);
  }

  private boolean passesOnce(Server server, double rate) throws IOException {
    Load.Outcome outcome;
    try (Load load = new Load(server, Readers.Mode.STREAM)) {
      load.connect(readers);
      outcome = load.run(rate, Settings.SETTLE_SECONDS, Math.min(STEP_SECONDS, settings.seconds()));
    }
    boolean passes = outcome.faults().isEmpty() && outcome.p99Millis() < MOST_P99_MILLIS;
    Progress.say(
        "capacity %s %,d × %.1f/s %s: %s",
        server.peer().label(), readers, rate, passes ? "passes" : "fails", outcome);
    if (!passes) server.awaitIdle(30);
    return passes;
  }
}
