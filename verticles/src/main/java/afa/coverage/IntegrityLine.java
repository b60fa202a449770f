package afa.coverage;

import afa.feed.CoverageInterval;
import afa.feed.CoverageInterval.Kind;
import afa.feed.EventInfo;
import afa.feed.VenueTime;
import afa.message.IntegrityRead.Level;
import afa.message.SourceIntegrity;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The answer in one line: "Complete since 09:00 · Mastodon 11:03–11:05 filled later, 14 posts".
 *
 * @param level what it comes to
 */
record IntegrityLine(Level level, String text) {
  /** More than these in a row nobody reads; the page tells the rest below. */
  private static final int MOST = 3;

  /** Sources that began this much apart began together. */
  private static final Duration TOGETHER = Duration.ofMinutes(1);

  private static final String BETWEEN = " · ";

  static IntegrityLine of(Known known, List<SourceIntegrity> sources, Instant now) {
    EventInfo info = known.info();
    if (sources.isEmpty()) return new IntegrityLine(Level.UNCLEAR, "No network is followed");
    Optional<Instant> since = since(sources, info.begin(), now);
    if (since.isEmpty() && now.isBefore(info.begin())) {
      return new IntegrityLine(Level.UNCLEAR, "The event has not begun");
    }
    VenueTime venue = new VenueTime(ZoneId.of(info.timeZone()));
    Deviations deviations =
        new Deviations(venue, now, since.orElse(info.begin()), TOGETHER, known.isOver(now));
    deviations.add(known.trouble());
    sources.forEach(deviations::add);
    if (since.isEmpty() && deviations.isEmpty()) {
      return new IntegrityLine(Level.UNCLEAR, "Nothing is certain yet");
    }
    List<String> words = new ArrayList<>();
    since.ifPresent(begin -> words.add(complete(venue, begin, known, now)));
    boolean isLate = since.filter(begin -> isLate(info, begin)).isPresent();
    if (isLate) words.add("nothing is known of " + venue.range(info.begin(), since.get(), now));
    words.addAll(deviations.words(MOST));
    boolean isWhole = since.isPresent() && !isLate && !deviations.areSerious();
    return new IntegrityLine(isWhole ? Level.COMPLETE : Level.GAPS, String.join(BETWEEN, words));
  }

  private static boolean isLate(EventInfo info, Instant since) {
    return Duration.between(info.begin(), since).compareTo(TOGETHER) > 0;
  }

  private static String complete(VenueTime venue, Instant since, Known known, Instant now) {
    if (!known.isOver(now)) return "Complete since " + venue.label(since, now);
    return "Complete " + venue.range(since, known.info().end(), now);
  }

  /**
   * From when on there is something: during the event since the first source, as those that came
   * later have a gap of their own; ahead of it since the last, as nobody has one.
   */
  private static Optional<Instant> since(
      List<SourceIntegrity> sources, Instant begin, Instant now) {
    List<Instant> firsts = sources.stream()
        .flatMap(source -> source.intervals().stream()
            .filter(interval -> interval.kind() != Kind.UNKNOWN)
            .filter(interval -> now.isBefore(begin) || interval.to().isAfter(begin))
            .limit(1))
        .map(CoverageInterval::from)
        .toList();
    if (now.isBefore(begin)) return firsts.stream().max(Comparator.naturalOrder());
    return firsts.stream()
        .min(Comparator.naturalOrder())
        .map(first -> first.isBefore(begin) ? begin : first);
  }
}
