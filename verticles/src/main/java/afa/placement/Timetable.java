package afa.placement;

import afa.schedule.Talk;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** The talks by their start, to find those that are near to a moment. */
final class Timetable {
  /** Beyond these nobody posts, and sums of times overflow. */
  private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");

  private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

  private final List<Talk> byStart;
  private final Duration longest;

  Timetable(List<Talk> talks) {
    byStart = talks.stream().sorted(Comparator.comparing(Talk::start)).toList();
    longest = talks.stream().map(Talk::length).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
  }

  List<Talk> near(Instant moment) {
    if (moment.isBefore(FIRST) || moment.isAfter(LAST)) return List.of();
    Instant latest = moment.plus(Moment.BEFORE);
    Instant earliest = moment.minus(Moment.AFTER).minus(longest);
    return byStart.subList(firstFrom(earliest), byStart.size()).stream()
        .takeWhile(talk -> !talk.start().isAfter(latest))
        .filter(talk -> Moment.isNear(talk, moment))
        .toList();
  }

  /** Index of the first talk that does not start before {@code moment}. */
  private int firstFrom(Instant moment) {
    int low = 0;
    int high = byStart.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (byStart.get(middle).start().isBefore(moment)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
