package afa.coverage;

import afa.feed.EventInfo;
import afa.feed.VenueTime;
import afa.message.IntegrityRead.Level;
import afa.message.SourceIntegrity;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
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

  private static final String BETWEEN = " · ";

  static IntegrityLine of(Known known, List<SourceIntegrity> sources, Instant now) {
    EventInfo info = known.info();
    if (sources.isEmpty()) return new IntegrityLine(Level.UNCLEAR, "No network is followed");
    Optional<Beginning> beginning = Beginning.of(sources, info.begin(), now);
    if (beginning.isEmpty() && now.isBefore(info.begin())) {
      return new IntegrityLine(Level.UNCLEAR, "The event has not begun");
    }
    VenueTime venue = new VenueTime(ZoneId.of(info.timeZone()));
    Instant first = beginning.map(Beginning::first).orElse(info.begin());
    Deviations deviations = new Deviations(info, first, now);
    deviations.add(known.trouble());
    sources.forEach(deviations::add);
    if (beginning.isEmpty() && deviations.isEmpty()) {
      return new IntegrityLine(Level.UNCLEAR, "Nothing is certain yet");
    }
    List<String> words = new ArrayList<>();
    beginning.ifPresent(begun -> words.addAll(complete(venue, begun, known, now)));
    boolean isWhole = words.size() == 1 && !deviations.areSerious();
    words.addAll(deviations.words(MOST));
    return new IntegrityLine(isWhole ? Level.COMPLETE : Level.GAPS, String.join(BETWEEN, words));
  }

  /** Since when it is complete, and what of the event lies before that. */
  private static List<String> complete(VenueTime venue, Beginning begun, Known known, Instant now) {
    EventInfo info = known.info();
    List<String> words = new ArrayList<>();
    words.add(
        known.isOver(now)
            ? "Complete " + venue.range(begun.all(), info.end(), now)
            : "Complete since " + venue.label(begun.all(), now));
    if (begun.isScattered()) {
      words.add("from " + venue.label(begun.first(), now) + " without " + begun.lateNames());
    }
    if (Beginning.isApart(info.begin(), begun.first())) {
      words.add("nothing is known of " + venue.range(info.begin(), begun.first(), now));
    }
    return words;
  }
}
