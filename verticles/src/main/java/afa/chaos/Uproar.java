package afa.chaos;

import afa.rehearsal.Fault;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes a rehearsal's networks misbehave, at random, and remembers what it did. */
final class Uproar {
  /** Those after which a reader may come back within seconds. */
  private static final List<Fault> FAULTS = List.of(
      Fault.DROP,
      Fault.CUT,
      Fault.GARBAGE,
      Fault.DUPLICATE,
      Fault.REORDER,
      Fault.SLOW,
      Fault.DISCONNECT,
      Fault.UNAVAILABLE,
      Fault.UNAVAILABLE_HTML,
      Fault.OUTAGE);

  private static final int LONGEST_SECONDS = 5;

  private final String rehearsal;
  private final List<String> networks;
  private final Random random;
  private final List<Disturbance> done = new ArrayList<>();

  Uproar(String rehearsal, List<String> networks, Random random) {
    this.rehearsal = rehearsal;
    this.networks = networks;
    this.random = random;
  }

  /** One fault of one network; those that it does not know change nothing. */
  void next() throws IOException, InterruptedException {
    String network = networks.get(random.nextInt(networks.size()));
    Fault fault = FAULTS.get(random.nextInt(FAULTS.size()));
    int seconds = 2 + random.nextInt(LONGEST_SECONDS - 1);
    Instant now = Instant.now();
    String address = rehearsal + "/control/" + network + "/faults/" + fault.id();
    if (!NodeView.order(address, "{\"seconds\":" + seconds + "}")) return;
    Duration length = fault.isLasting() ? Duration.ofSeconds(seconds) : Duration.ZERO;
    done.add(new Disturbance(network, fault.id(), now, now.plus(length)));
  }

  /** Something that somebody else did. */
  void also(Disturbance disturbance) {
    done.add(disturbance);
  }

  List<Disturbance> done() {
    return done;
  }
}
