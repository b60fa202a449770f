package afa;

import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;

/** Whether a node has the company that it was told of, and that its roles need. */
final class Members {
  private final List<String> others;
  private final IntSupplier count;
  private final boolean stores;

  /**
   * @param others addresses on other machines that cluster.xml names
   * @param count members of the cluster now, this node among them
   * @param stores whether this node can do without others
   */
  Members(List<String> others, IntSupplier count, boolean stores) {
    this.others = List.copyOf(others);
    this.count = count;
    this.stores = stores;
  }

  /** Addresses that cluster.xml names and that are not of this machine. */
  static List<String> others(Config config) {
    JoinConfig join = config.getNetworkConfig().getJoin();
    if (!join.getTcpIpConfig().isEnabled()) return List.of();
    return join.getTcpIpConfig().getMembers().stream()
        .filter(member -> !isOurs(member.replaceFirst(":[0-9]+$", "")))
        .toList();
  }

  private static boolean isOurs(String host) {
    try {
      InetAddress address = InetAddress.getByName(host);
      return address.isLoopbackAddress() || NetworkInterface.getByInetAddress(address) != null;
    } catch (UnknownHostException | SocketException unknown) {
      return false; // a range, or a name that is not known now
    }
  }

  /** What is wrong, empty where nothing is. */
  Optional<String> missed() {
    if (count.getAsInt() > 1) return Optional.empty();
    if (!others.isEmpty()) {
      return Optional.of("cluster.xml names " + String.join(", ", others)
          + ", and nobody answers there: this node is a cluster of its own");
    }
    return stores
        ? Optional.empty()
        : Optional.of("no other node was found, and this one has no store"
            + " (same cluster.xml and --cluster as the others?)");
  }

  /** Whether it can serve nobody without them. */
  boolean isUseless() {
    return !stores && missed().isPresent();
  }
}
