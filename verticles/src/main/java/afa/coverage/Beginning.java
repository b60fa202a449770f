package afa.coverage;

import afa.feed.CoverageInterval.Kind;
import afa.message.SourceIntegrity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * When the sources of an event began to tell something.
 *
 * @param first the first of them, not before the event
 * @param all all of them, but for those that never did
 * @param late names of those that began later than the first
 */
record Beginning(Instant first, Instant all, List<String> late) {
  /** Sources that began this much apart began together. */
  static final Duration TOGETHER = Duration.ofMinutes(1);

  private static final int NAMED = 2;

  /** Empty while none did. Ahead of an event only what all have counts. */
  static Optional<Beginning> of(List<SourceIntegrity> sources, Instant begin, Instant now) {
    boolean isAhead = now.isBefore(begin);
    Map<String, Instant> begun = new TreeMap<>();
    for (SourceIntegrity source : sources) {
      source.intervals().stream()
          .filter(interval -> interval.kind() != Kind.UNKNOWN)
          .filter(interval -> isAhead || interval.to().isAfter(begin))
          .findFirst()
          .map(interval -> isAhead || interval.from().isAfter(begin) ? interval.from() : begin)
          .ifPresent(from -> begun.put(SourceNames.label(source), from));
    }
    if (begun.isEmpty()) return Optional.empty();
    Instant last = begun.values().stream().max(Comparator.naturalOrder()).orElseThrow();
    Instant first = begun.values().stream().min(Comparator.naturalOrder()).orElseThrow();
    return Optional.of(new Beginning(isAhead ? last : first, last, late(begun, first)));
  }

  private static List<String> late(Map<String, Instant> begun, Instant first) {
    return begun.entrySet().stream()
        .filter(source -> isApart(first, source.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Whether some began so late that it must be said. */
  boolean isScattered() {
    return isApart(first, all);
  }

  static boolean isApart(Instant one, Instant later) {
    return Duration.between(one, later).compareTo(TOGETHER) > 0;
  }

  /** {@code Flickr, X and 2 more}. */
  String lateNames() {
    int more = late.size() - NAMED;
    if (more <= 0) return String.join(" and ", late);
    List<String> named = new ArrayList<>(late.subList(0, NAMED));
    return String.join(", ", named) + " and " + more + " more";
  }
}
