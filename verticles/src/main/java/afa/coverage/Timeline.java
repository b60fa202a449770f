package afa.coverage;

import afa.feed.CoverageInterval;
import afa.feed.CoverageInterval.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The time of an event as one source saw it: what it claimed, and between, before and behind that
 * what nobody claimed, which is unknown.
 *
 * @param begin of the event
 * @param end of the event
 * @param now nothing is said of later moments, nor of those behind {@code end}
 */
record Timeline(Instant begin, Instant end, Instant now) {
  private static final String BEFORE = "not followed yet";
  private static final String HOLE = "nobody was reading";

  /** Up to where anything can be said. */
  Instant limit() {
    return now.isBefore(end) ? now : end;
  }

  /**
   * What can be said of the time that lies behind the last claim.
   *
   * @param patience how old a claim becomes while all is well
   * @param reason why there is none for longer
   */
  record Rest(Duration patience, String reason) {}

  /** Claims and gaps, ascending and, but for the rest that is not due yet, without holes. */
  List<CoverageInterval> of(List<CoverageInterval> claims, Rest rest) {
    List<CoverageInterval> line = of(claims);
    Instant said = line.isEmpty() ? begin : line.get(line.size() - 1).to();
    boolean isDue = Duration.between(said, now).compareTo(rest.patience()) > 0;
    if (said.isBefore(limit()) && isDue) line.add(unknown(said, limit(), rest.reason()));
    return line;
  }

  /** The same up to the last claim. */
  List<CoverageInterval> of(List<CoverageInterval> claims) {
    Instant limit = limit();
    List<CoverageInterval> line = new ArrayList<>();
    Instant said = begin;
    for (CoverageInterval claim : claims) {
      if (!claim.from().isBefore(limit)) break;
      if (said.isBefore(claim.from())) line.add(gap(said, claim.from(), line));
      Instant to = claim.to().isBefore(limit) ? claim.to() : limit;
      line.add(new CoverageInterval(claim.from(), to, claim.kind(), claim.posts(), claim.reason()));
      said = to;
    }
    return line;
  }

  /** What is told: once the event began, what was before is of no interest any more. */
  List<CoverageInterval> told(List<CoverageInterval> line) {
    if (!begin.isBefore(limit())) return line;
    return line.stream()
        .filter(interval -> interval.to().isAfter(begin))
        .map(interval -> interval.from().isBefore(begin) ? fromBegin(interval) : interval)
        .toList();
  }

  private CoverageInterval fromBegin(CoverageInterval interval) {
    return new CoverageInterval(
        begin, interval.to(), interval.kind(), interval.posts(), interval.reason());
  }

  private static CoverageInterval gap(Instant from, Instant to, List<CoverageInterval> before) {
    return unknown(from, to, before.isEmpty() ? BEFORE : HOLE);
  }

  private static CoverageInterval unknown(Instant from, Instant to, String reason) {
    return new CoverageInterval(from, to, Kind.UNKNOWN, 0, reason);
  }
}
