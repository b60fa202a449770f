package afa.archive;

import afa.feed.Coverage;
import afa.feed.CoverageInterval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What is kept for ever of a source's coverage. From where the log's own ledger begins the log is
 * right, also about the past: gaps are filled later. What was before, a log that lost its memory
 * knows no more, and the archive does.
 */
final class KeptCoverage {
  private KeptCoverage() {}

  /** What is to be kept from now on. */
  static Coverage merge(Coverage kept, Coverage told) {
    if (told.intervals().isEmpty()) return kept;
    Instant begin = told.intervals().get(0).from();
    List<CoverageInterval> merged =
        new ArrayList<>(kept.within(Instant.MIN, begin).intervals());
    for (CoverageInterval next : told.intervals()) {
      int last = merged.size() - 1;
      if (last >= 0 && saySame(merged.get(last), next)) {
        merged.set(last, one(merged.get(last), next));
      } else {
        merged.add(next);
      }
    }
    return new Coverage(merged);
  }

  private static boolean saySame(CoverageInterval last, CoverageInterval next) {
    return last.to().equals(next.from())
        && last.kind() == next.kind()
        && Objects.equals(last.reason(), next.reason());
  }

  private static CoverageInterval one(CoverageInterval last, CoverageInterval next) {
    return new CoverageInterval(
        last.from(), next.to(), next.kind(), last.posts() + next.posts(), next.reason());
  }
}
