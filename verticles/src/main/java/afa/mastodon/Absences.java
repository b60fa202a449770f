package afa.mastodon;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Posts that servers were found not to have: those that no server has are gone. */
final class Absences {
  private final int servers;
  private final Map<String, Set<String>> absentAt = new HashMap<>(); // by uri

  Absences(int servers) {
    this.servers = servers;
  }

  /** Says that a server does not have it; whether it is the last one. */
  boolean isGone(String uri, String server) {
    Set<String> all = absentAt.computeIfAbsent(uri, first -> new HashSet<>());
    all.add(server);
    return all.size() == servers;
  }
}
