package afa.benchmarks.delivery;

import java.io.IOException;

/** Lets the client's JVM compile what it needs, at a server that is not measured. */
final class ClientWarmUp {
  private static final int READERS = 2_000;
  private static final int STORMS = 3;
  private static final int RATE = 15;
  private static final int SECONDS = 4;

  private ClientWarmUp() {}

  static void run(int core) throws IOException {
    Progress.say("The client warms up");
    try (Server server = Server.start(Peer.LIMIT, core)) {
      for (Readers.Mode mode : Readers.Mode.values()) {
        try (Load load = new Load(server, mode)) {
          for (int storm = 1; storm < STORMS; storm++) {
            load.connect(READERS);
            load.disconnect();
          }
          load.connect(READERS);
          load.run(RATE, 0, SECONDS);
        }
      }
    }
  }
}
