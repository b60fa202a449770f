package afa.coverage;

import afa.feed.CoverageInterval;
import afa.feed.CoverageInterval.Kind;
import afa.feed.EventInfo;
import afa.feed.VenueTime;
import afa.message.SourceIntegrity;
import afa.message.SourceReported.State;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What must be said besides "complete": present trouble first, then what happened last. */
final class Deviations {
  private static final Instant PRESENT = Instant.MAX;

  private record Said(Instant when, boolean isSerious, String words) {}

  private final VenueTime venue;
  private final Instant begin;
  private final Instant since;
  private final Instant now;
  private boolean isPresentKnown; // or of no interest any more
  private final List<Said> all = new ArrayList<>();

  /** @param since what ended before is no exception */
  Deviations(EventInfo event, Instant since, Instant now) {
    this.venue = new VenueTime(ZoneId.of(event.timeZone()));
    this.begin = event.begin();
    this.since = since;
    this.now = now;
    this.isPresentKnown = now.isAfter(event.end());
  }

  /** What stops all sources is said once. */
  void add(Known.@Nullable Trouble trouble) {
    if (trouble == null || isPresentKnown) return;
    isPresentKnown = true;
    String since = venue.label(trouble.since(), now);
    all.add(new Said(PRESENT, true, "new posts are held up since " + since));
  }

  /** When a source began is told elsewhere, unless it never did; here is what happened since. */
  void add(SourceIntegrity source) {
    String name = SourceNames.label(source);
    List<CoverageInterval> intervals = source.intervals();
    boolean isOpen = !intervals.isEmpty() && isOpen(intervals.get(intervals.size() - 1));
    boolean hasBegun = intervals.stream().allMatch(one -> one.kind() == Kind.UNKNOWN);
    for (CoverageInterval interval : isOpen ? butLast(intervals) : intervals) {
      if (hasBegun) addPast(name, interval);
      hasBegun |= interval.kind() != Kind.UNKNOWN;
    }
    if (isPresentKnown) return;
    if (isOpen) addOpen(name, intervals.get(intervals.size() - 1));
    else addState(name, source);
  }

  private static List<CoverageInterval> butLast(List<CoverageInterval> intervals) {
    return intervals.subList(0, intervals.size() - 1);
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** Whether posts may be missing. */
  boolean areSerious() {
    return all.stream().anyMatch(Said::isSerious);
  }

  /** At most so many, and how many more there are. */
  List<String> words(int most) {
    List<String> words = all.stream()
        .sorted(Comparator.comparing(Said::when).reversed())
        .map(Said::words)
        .toList();
    if (words.size() <= most) return words;
    List<String> first = new ArrayList<>(words.subList(0, most));
    first.add(words.size() - most + " more");
    return first;
  }

  private boolean isOpen(CoverageInterval last) {
    return last.kind() == Kind.UNKNOWN && last.to().plus(Integrity.FOLLOWING).isAfter(now);
  }

  private void addOpen(String name, CoverageInterval open) {
    String from = venue.label(inEvent(open.from()), now);
    all.add(new Said(PRESENT, true, name + " unknown since " + from));
  }

  private void addPast(String name, CoverageInterval interval) {
    if (!interval.to().isAfter(since)) return;
    String when = venue.range(inEvent(interval.from()), interval.to(), now);
    if (interval.kind() == Kind.UNKNOWN) {
      all.add(new Said(interval.to(), true, name + " unknown " + when));
    } else if (interval.kind() == Kind.BACKFILLED && interval.posts() > 0) {
      all.add(new Said(
          interval.to(), false, name + " " + when + " filled later, " + posts(interval.posts())));
    }
  }

  /** Once the event began, nobody asks what was before. */
  private Instant inEvent(Instant from) {
    return from.isBefore(begin) && begin.isBefore(now) ? begin : from;
  }

  private void addState(String name, SourceIntegrity source) {
    if (source.state() == State.DEGRADED) {
      String since = venue.label(source.since(), now);
      all.add(new Said(PRESENT, true, name + " in trouble since " + since));
    } else if (source.state() == State.OFF) {
      all.add(new Said(PRESENT, true, name + " is off"));
    }
  }

  private static String posts(long count) {
    return count == 1 ? "1 post" : count + " posts";
  }
}
