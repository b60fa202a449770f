package afa.chaos;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What is to happen to a cluster.
 *
 * @param networks which are rehearsed
 * @param seed of the faults and of everything else that looks random
 * @param length of the storm
 * @param every mean time between two faults; longer than the storm for none
 * @param calm how long nothing is disturbed before posting ends
 * @param patience how long after that everything may take to arrive
 * @param perSecond posts, on networks and by HTTP together
 * @param bugs mistakes put in on purpose
 * @param home an empty directory; ledgers, logs and data stay there
 */
record ClusterPlan(
    List<String> networks,
    long seed,
    Duration length,
    Duration every,
    Duration calm,
    Duration patience,
    int readers,
    double perSecond,
    Set<Bug> bugs,
    Path home) {

  ClusterPlan {
    networks = List.copyOf(networks);
    bugs = Set.copyOf(bugs);
  }
}
