package afa.coverage;

import afa.feed.Networks;
import afa.message.SourceIntegrity;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The sources that an answer lists: whole networks, or their parts ({@code mastodon:one.example}). */
final class SourceNames {
  private SourceNames() {}

  /**
   * All that are followed, spoke or claimed something. A network that is known by its parts is not
   * listed as a whole beside them, unless it claimed something as a whole.
   */
  static List<String> of(Known known) {
    Set<String> names = new TreeSet<>(known.info().sources());
    names.addAll(known.heard().keySet());
    names.addAll(known.claimed().keySet());
    return names.stream()
        .filter(name -> known.claimed().containsKey(name) || !hasParts(name, names))
        .toList();
  }

  /** Whether the event asks for it: by its configuration, or because somebody reads it. */
  static boolean isFollowed(Known known, String name) {
    return known.info().sources().contains(network(name)) || known.heard().containsKey(name);
  }

  static String network(String name) {
    int colon = name.indexOf(':');
    return colon < 0 ? name : name.substring(0, colon);
  }

  /** As people call it: {@code Mastodon (one.example)}. */
  static String label(SourceIntegrity source) {
    String network = Networks.label(source.source());
    return source.part() == null ? network : network + " (" + source.part() + ")";
  }

  private static boolean hasParts(String network, Set<String> names) {
    return names.stream().anyMatch(name -> name.startsWith(network + ":"));
  }
}
