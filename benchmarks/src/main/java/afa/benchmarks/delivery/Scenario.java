package afa.benchmarks.delivery;

import java.io.IOException;

/** A part of the bench: what is done to a server that was just started. */
interface Scenario {
  /** Measures once. */
  void measure(Server server, Results results) throws IOException;
}
