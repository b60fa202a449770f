package afa.rehearsal.x;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What X bills: each post that was given to the reader, by stream, search or lookup, once in a day of
 * UTC. Posts that come along with others are billed, too: the strictest reading of its price list.
 */
final class Bills {
  private final Map<LocalDate, Set<String>> days = new TreeMap<>();

  void add(Collection<String> ids, Instant at) {
    days.computeIfAbsent(day(at), first -> new HashSet<>()).addAll(ids);
  }

  /** How many posts the day of that moment costs. */
  int of(Instant at) {
    return days.getOrDefault(day(at), Set.of()).size();
  }

  /** How many posts all days cost. */
  int total() {
    return days.values().stream().mapToInt(Set::size).sum();
  }

  private static LocalDate day(Instant at) {
    return at.atZone(ZoneOffset.UTC).toLocalDate();
  }
}
