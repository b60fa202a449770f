package afa.coverage;

import afa.feed.Networks;
import afa.message.SourceIntegrity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The sources that an answer lists: whole networks, or their parts ({@code mastodon:one.example}). */
final class SourceNames {
  /** Readers speak every five seconds; by then all that start together have spoken. */
  private static final Duration SETTLED = Duration.ofMinutes(1);

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

  /**
   * Whether it stands in the store only: nothing was heard of it for a while, but of its network, so
   * that it must be a part that the configuration does not name any more.
   */
  static boolean isLeft(Known known, String name, Instant now) {
    boolean isStored = known.claimed().containsKey(name) && !known.heard().containsKey(name);
    boolean isSettled = known.listeningSince().plus(SETTLED).isBefore(now);
    return isStored
        && isSettled
        && known.heard().keySet().stream().anyMatch(other -> network(other).equals(network(name)));
  }

  static String network(String name) {
    int colon = name.indexOf(':');
    return colon < 0 ? name : name.substring(0, colon);
  }

  /** Absent for a whole network. */
  static @Nullable String part(String name) {
    int colon = name.indexOf(':');
    return colon < 0 ? null : name.substring(colon + 1);
  }

  static String of(SourceIntegrity source) {
    return source.part() == null ? source.source() : source.source() + ":" + source.part();
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
