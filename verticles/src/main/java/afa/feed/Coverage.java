package afa.feed;

import afa.feed.CoverageInterval.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the log has of a source's time: a ledger of what can be claimed. Time that no interval covers
 * is not claimed at all, which readers must take as unknown.
 *
 * @param intervals ascending, not overlapping; neighbours that say the same are one
 */
public record Coverage(List<CoverageInterval> intervals) {
  /** Nothing claimed. */
  public static final Coverage NONE = new Coverage(List.of());

  /** Beyond these the shortest neighbours are made one, which says less and nothing wrong. */
  public static final int MAX_INTERVALS = 500;

  private static final String MANY = "several short interruptions";
  private static final String LATER = "fetched later";

  public Coverage {
    intervals = intervals == null ? List.of() : List.copyOf(intervals);
  }

  /** Everything of this time came as it happened. What is said of a part of it already stays. */
  public Coverage streamed(Instant from, Instant to) {
    return painted(Kind.COMPLETE, from, to, 0, null, EnumSet.noneOf(Kind.class));
  }

  /** Posts of this time may be missing, whatever was said of it before. */
  public Coverage missed(Instant from, Instant to, String reason) {
    return painted(Kind.UNKNOWN, from, to, 0, reason, EnumSet.allOf(Kind.class));
  }

  /**
   * What was missing of this time is here now; complete parts stay complete, and each gap keeps its
   * reason.
   *
   * @param posts how many it was
   */
  public Coverage filled(Instant from, Instant to, long posts) {
    return painted(Kind.BACKFILLED, from, to, posts, null, EnumSet.of(Kind.UNKNOWN));
  }

  /** It was looked after parts that were unknown, and nothing had been missed. */
  public Coverage confirmed(Instant from, Instant to) {
    return painted(Kind.COMPLETE, from, to, 0, null, EnumSet.of(Kind.UNKNOWN));
  }

  /** Posts of this time were found missing, though it was thought complete, and brought in. */
  public Coverage found(Instant from, Instant to, long posts, String reason) {
    return painted(Kind.BACKFILLED, from, to, posts, reason, EnumSet.allOf(Kind.class));
  }

  /** The begin of the first interval. */
  public Optional<Instant> begin() {
    return intervals.isEmpty() ? Optional.empty() : Optional.of(intervals.get(0).from());
  }

  /** The end of the last interval. */
  public Optional<Instant> end() {
    return intervals.isEmpty()
        ? Optional.empty()
        : Optional.of(intervals.get(intervals.size() - 1).to());
  }

  /** What is said of one time, cut to it; gaps between intervals stay gaps. */
  public Coverage within(Instant from, Instant to) {
    List<CoverageInterval> cut = new ArrayList<>();
    for (CoverageInterval interval : intervals) {
      Instant start = later(interval.from(), from);
      Instant end = earlier(interval.to(), to);
      if (start.isBefore(end)) cut.add(interval.seenBetween(start, end));
    }
    return new Coverage(cut);
  }

  private Coverage painted(
      Kind kind,
      Instant begin,
      Instant end,
      long posts,
      @Nullable String reason,
      Set<Kind> covered) {
    Instant from = begin.truncatedTo(ChronoUnit.MILLIS);
    Instant to = end.truncatedTo(ChronoUnit.MILLIS);
    if (!from.isBefore(to)) return this;
    List<CoverageInterval> result = new ArrayList<>();
    List<CoverageInterval> fresh = new ArrayList<>();
    Instant open = from; // where the part begins of which nothing is said yet
    for (CoverageInterval old : intervals) {
      Instant start = later(old.from(), from);
      Instant stop = earlier(old.to(), to);
      if (!start.isBefore(stop)) {
        result.add(old);
        continue;
      }
      add(fresh, kind, open, start, reasonOr(kind, reason));
      open = stop;
      if (!covered.contains(old.kind())) {
        result.add(old);
        continue;
      }
      if (old.from().isBefore(start)) result.add(old.between(old.from(), start));
      add(
          fresh,
          kind,
          start,
          stop,
          kind == Kind.COMPLETE || reason != null ? reason : old.reason());
      if (stop.isBefore(old.to())) result.add(old.between(stop, old.to()));
    }
    add(fresh, kind, open, to, reasonOr(kind, reason));
    result.addAll(counted(fresh, posts));
    result.sort(Comparator.comparing(CoverageInterval::from));
    return new Coverage(bounded(merged(result)));
  }

  private static @Nullable String reasonOr(Kind kind, @Nullable String reason) {
    return reason == null && kind == Kind.BACKFILLED ? LATER : reason;
  }

  private static void add(
      List<CoverageInterval> into, Kind kind, Instant from, Instant to, @Nullable String reason) {
    if (from.isBefore(to)) into.add(new CoverageInterval(from, to, kind, 0, reason));
  }

  /** Nobody knows which part each post belongs to; all are counted with the last. */
  private static List<CoverageInterval> counted(List<CoverageInterval> fresh, long posts) {
    if (fresh.isEmpty() || posts == 0) return fresh;
    CoverageInterval last = fresh.remove(fresh.size() - 1);
    fresh.add(new CoverageInterval(last.from(), last.to(), last.kind(), posts, last.reason()));
    return fresh;
  }

  private static List<CoverageInterval> merged(List<CoverageInterval> sorted) {
    List<CoverageInterval> merged = new ArrayList<>();
    for (CoverageInterval next : sorted) {
      CoverageInterval last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      boolean same = last != null
          && last.to().equals(next.from())
          && last.kind() == next.kind()
          && Objects.equals(last.reason(), next.reason());
      if (last != null && same)
        merged.set(merged.size() - 1, one(last, next, last.kind(), last.reason()));
      else merged.add(next);
    }
    return merged;
  }

  /**
   * Makes the two neighbours one that cover the least time, until there are few enough; the worse of
   * both is said of them. Long times keep what is said of them however many short ones there are.
   */
  private static List<CoverageInterval> bounded(List<CoverageInterval> merged) {
    while (merged.size() > MAX_INTERVALS) {
      int at = shortestPair(merged);
      CoverageInterval second = merged.remove(at + 1);
      CoverageInterval first = merged.get(at);
      boolean touch = first.to().equals(second.from());
      Kind worse = first.kind().compareTo(second.kind()) > 0 ? first.kind() : second.kind();
      merged.set(at, one(first, second, touch ? worse : Kind.UNKNOWN, MANY));
    }
    return merged;
  }

  /** Where the first of the two begins; what lies between them counts. The older ones of equals. */
  private static int shortestPair(List<CoverageInterval> merged) {
    int shortest = 0;
    for (int i = 1; i + 1 < merged.size(); i++) {
      if (span(merged, i).compareTo(span(merged, shortest)) < 0) shortest = i;
    }
    return shortest;
  }

  private static Duration span(List<CoverageInterval> merged, int at) {
    return Duration.between(merged.get(at).from(), merged.get(at + 1).to());
  }

  private static CoverageInterval one(
      CoverageInterval first, CoverageInterval second, Kind kind, @Nullable String reason) {
    return new CoverageInterval(
        first.from(), second.to(), kind, first.posts() + second.posts(), reason);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
