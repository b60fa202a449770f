package afa.chaos;

import afa.feed.Coverage;
import afa.feed.CoverageInterval;
import afa.feed.CoverageInterval.Kind;
import java.time.Duration;
import java.util.List;

/**
 * Compares a source's coverage with what was done to it: each gap must have a cause, and a time in
 * which nobody could read must not be called complete. Pure.
 */
final class CoverageJudge {
  /** Between a cause and its effect: a silence is noticed late, an attempt comes after a wait. */
  private final Duration slack;

  /** Of an outage, so much may pass before a healthy connection notices, or a poll comes. */
  private final Duration unnoticed;

  /**
   * @param slack how far a gap may be from its cause
   * @param unnoticed shorter outages may leave no trace, as nothing was missed
   */
  CoverageJudge(Duration slack, Duration unnoticed) {
    this.slack = slack;
    this.unnoticed = unnoticed;
  }

  /** Gaps that nothing explains. */
  List<CoverageInterval> unexplained(Coverage coverage, List<Disturbance> disturbances) {
    return coverage.intervals().stream()
        .filter(interval -> interval.kind() != Kind.COMPLETE)
        .filter(gap -> disturbances.stream().noneMatch(cause -> explains(cause, gap)))
        .toList();
  }

  private boolean explains(Disturbance cause, CoverageInterval gap) {
    return !cause.from().isAfter(gap.to().plus(slack))
        && !cause.to().isBefore(gap.from().minus(slack));
  }

  /** Outages of which nothing is told, though they were long enough to be noticed. */
  List<Disturbance> untold(Coverage coverage, List<Disturbance> outages) {
    return outages.stream()
        .filter(outage -> Duration.between(outage.from(), outage.to()).compareTo(unnoticed) > 0)
        .filter(outage -> coverage.within(outage.from(), outage.to()).intervals().stream()
            .allMatch(told -> told.kind() == Kind.COMPLETE))
        .toList();
  }

  /** Seconds of a kind. */
  static long seconds(Coverage coverage, Kind kind) {
    return coverage.intervals().stream()
            .filter(interval -> interval.kind() == kind)
            .mapToLong(
                interval -> Duration.between(interval.from(), interval.to()).toMillis())
            .sum()
        / 1_000;
  }
}
