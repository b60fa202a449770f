package afa.chaos;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The nodes of the cluster that is disturbed, by name with their roles. */
final class Topology {
  static final String REDIS = "redis";
  static final String POSTGRES = "postgres";

  private static final Map<String, String> ROLES = roles();

  private Topology() {}

  private static Map<String, String> roles() {
    Map<String, String> roles = new LinkedHashMap<>();
    roles.put("ingest-1", "ingest,store");
    roles.put("ingest-2", "ingest,store");
    roles.put("delivery-1", "delivery,console");
    roles.put("delivery-2", "delivery,console");
    roles.put("archive-1", "archive");
    return roles;
  }

  static List<String> names() {
    return List.copyOf(ROLES.keySet());
  }

  /** As {@code --roles} takes them. */
  static String roles(String name) {
    return ROLES.get(name);
  }

  static List<String> ingest() {
    return names().stream().filter(name -> name.startsWith("ingest")).toList();
  }

  static List<String> delivery() {
    return names().stream().filter(name -> name.startsWith("delivery")).toList();
  }

  /** Whatever connections pass through; the archive's HTTP port serves nobody. */
  static List<String> relays() {
    List<String> relays = new ArrayList<>(ingest());
    relays.addAll(delivery());
    relays.addAll(List.of(REDIS, POSTGRES));
    return relays;
  }

  /** {@code node/verticle}, those that are restarted by the console. */
  static List<String> verticles(String event, List<String> networks) {
    List<String> verticles = new ArrayList<>();
    for (String node : ingest()) {
      verticles.add(node + "/store");
      verticles.add(node + "/ingest");
      networks.forEach(network -> verticles.add(node + "/" + network + "." + event));
    }
    delivery().forEach(node -> verticles.add(node + "/delivery"));
    verticles.add("archive-1/archive." + event);
    return verticles;
  }
}
