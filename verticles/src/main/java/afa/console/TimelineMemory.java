package afa.console;

import afa.message.Happened;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What happened lately, as it was heard here: what can be shown while PostgreSQL is away. */
final class TimelineMemory {
  private static final int MOST = 1_000;
  private static final Comparator<Happened> NEWEST_FIRST =
      Comparator.comparing(Happened::at).reversed().thenComparing(Happened::id);

  private final Map<String, Happened> heard = new LinkedHashMap<>();

  void heard(Happened happened) {
    heard.putIfAbsent(happened.id(), happened);
    if (heard.size() > MOST) heard.remove(heard.keySet().iterator().next());
  }

  /**
   * What is remembered together with what was kept, newest first.
   *
   * @param before only what is older; absent for the newest
   */
  List<Happened> with(Collection<Happened> kept, @Nullable Instant before, int limit) {
    Map<String, Happened> all = new LinkedHashMap<>();
    Stream.concat(kept.stream(), heard.values().stream())
        .filter(happened -> before == null || happened.at().isBefore(before))
        .forEach(happened -> all.putIfAbsent(happened.id(), happened));
    List<Happened> sorted = new ArrayList<>(all.values());
    sorted.sort(NEWEST_FIRST);
    return List.copyOf(sorted.subList(0, withTies(sorted, limit)));
  }

  /** Those of the same moment stay together, or whoever asks for older ones would miss some. */
  private static int withTies(List<Happened> sorted, int limit) {
    int end = Math.min(limit, sorted.size());
    while (end > 0
        && end < sorted.size()
        && sorted.get(end).at().equals(sorted.get(end - 1).at())) {
      end++;
    }
    return end;
  }
}
