package afa.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;

/** Fills the hours before the start of a rehearsal with posts on all networks. */
final class HistoryWriter {
  private static final Duration PAST = Duration.ofHours(6);

  private final List<HostedNetwork> networks;
  private final CrossPosting crossPosting;
  private final Random random;
  private final PriorityQueue<Due> due = new PriorityQueue<>(Comparator.comparing(Due::at));

  /** A copy of a post that somebody made elsewhere, and when it was made. */
  private record Due(Instant at, HostedNetwork network, Draft draft) {}

  HistoryWriter(List<HostedNetwork> networks, CrossPosting crossPosting, Random random) {
    this.networks = networks;
    this.crossPosting = crossPosting;
    this.random = random;
  }

  /** Writes about so many posts, more of them the nearer now is. */
  void write(int posts, Instant now) {
    for (int i = 0; i < posts; i++) {
      double distance = Math.pow(1 - (i + 0.5) / posts, 2);
      Instant at = now.minusMillis(Math.round(PAST.toMillis() * distance));
      writeDue(at);
      HostedNetwork network = any();
      Draft draft = network.play().remember(at);
      crossPosting
          .of(draft, network.name())
          .ifPresent(copy -> due.add(new Due(at.plus(copy.later()), named(copy.network()), draft)));
    }
    writeDue(now);
  }

  private void writeDue(Instant until) {
    while (!due.isEmpty() && due.peek().at().isBefore(until)) {
      Due next = due.remove();
      next.network().play().remember(next.draft(), next.at());
    }
  }

  private HostedNetwork any() {
    double all =
        networks.stream().mapToDouble(network -> network.kind().share()).sum();
    double left = random.nextDouble() * all;
    for (HostedNetwork network : networks) {
      left -= network.kind().share();
      if (left < 0) return network;
    }
    return networks.get(networks.size() - 1);
  }

  private HostedNetwork named(String name) {
    return networks.stream()
        .filter(network -> network.name().equals(name))
        .findFirst()
        .get();
  }
}
