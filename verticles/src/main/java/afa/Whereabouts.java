package afa;

import afa.config.Environment;
import com.hazelcast.config.Config;
import com.hazelcast.config.NetworkConfig;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where nodes of a cluster are, for those who do not want to edit cluster.xml on each machine.
 *
 * @param network address of this machine in the network of the nodes, such as {@code 10.0.0.1} or
 *     {@code 10.0.0.*}; empty leaves that of the file
 * @param members addresses or names of all machines; empty leaves those of the file
 */
record Whereabouts(Optional<String> network, List<String> members) {
  Whereabouts {
    members = List.copyOf(members);
  }

  /** From {@code AFA_CLUSTER_INTERFACE} and {@code AFA_MEMBERS}. */
  static Whereabouts read(Environment environment) {
    String members = environment.get("AFA_MEMBERS").orElse("");
    return new Whereabouts(
        environment.get("AFA_CLUSTER_INTERFACE"),
        Arrays.stream(members.split(",", -1))
            .map(String::strip)
            .filter(member -> !member.isEmpty())
            .toList());
  }

  /** Puts them in the place of what the file says. */
  void applyTo(Config config) {
    NetworkConfig networking = config.getNetworkConfig();
    network.ifPresent(
        address -> networking.getInterfaces().setEnabled(true).setInterfaces(List.of(address)));
    if (!members.isEmpty()) {
      networking.getJoin().getTcpIpConfig().setEnabled(true).setMembers(members);
    }
  }
}
