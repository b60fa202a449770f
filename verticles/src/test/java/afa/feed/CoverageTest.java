package afa.feed;

import static org.assertj.core.api.Assertions.assertThat;

import afa.feed.CoverageInterval.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CoverageTest {
  private static final Instant NOON = Instant.parse("2026-05-24T12:00:00Z");

  @Test
  void whatStreamsWithoutABreakIsOneInterval() {
    Coverage coverage = Coverage.NONE.streamed(at(0), at(5)).streamed(at(0), at(9));
    assertThat(coverage.intervals()).containsExactly(interval(0, 9, Kind.COMPLETE, 0, null));
  }

  @Test
  void aGapKeepsItsReasonWhenItIsFilled() {
    Coverage coverage = Coverage.NONE
        .streamed(at(0), at(10))
        .missed(at(10), at(20), "connection lost")
        .streamed(at(20), at(30))
        .filled(at(5), at(25), 14);
    assertThat(coverage.intervals())
        .containsExactly(
            interval(0, 10, Kind.COMPLETE, 0, null),
            interval(10, 20, Kind.BACKFILLED, 14, "connection lost"),
            interval(20, 30, Kind.COMPLETE, 0, null));
  }

  @Test
  void aGapFilledInPartStaysUnknownForTheRest() {
    Coverage coverage =
        Coverage.NONE.missed(at(0), at(20), "switched off").filled(at(15), at(20), 3);
    assertThat(coverage.intervals())
        .containsExactly(
            interval(0, 15, Kind.UNKNOWN, 0, "switched off"),
            interval(15, 20, Kind.BACKFILLED, 3, "switched off"));
  }

  @Test
  void whatIsLearntToBeMissingIsNoLongerComplete() {
    Coverage coverage = Coverage.NONE.streamed(at(0), at(20)).missed(at(5), at(8), "silent");
    assertThat(kinds(coverage, 20)).isEqualTo("CCCCCUUUCCCCCCCCCCCC");
    assertThat(kinds(coverage.confirmed(at(5), at(8)), 20)).isEqualTo("C".repeat(20));
    assertThat(coverage.confirmed(at(5), at(8)).intervals()).hasSize(1);
  }

  @Test
  void postsFoundInACompleteTimeAreTold() {
    Coverage coverage = Coverage.NONE.streamed(at(0), at(20)).found(at(4), at(6), 2, "swept up");
    assertThat(coverage.intervals()).contains(interval(4, 6, Kind.BACKFILLED, 2, "swept up"));
  }

  @Test
  void timesOfNoLengthChangeNothing() {
    assertThat(Coverage.NONE.streamed(at(3), at(3))).isEqualTo(Coverage.NONE);
    assertThat(Coverage.NONE.missed(at(3), at(2), "clock")).isEqualTo(Coverage.NONE);
  }

  @Test
  void itNeverGrowsBeyondItsBoundAndNeverClaimsMoreByThat() {
    Coverage coverage = Coverage.NONE;
    for (int i = 0; i < 2_000; i += 2) {
      coverage = coverage.streamed(at(i), at(i + 1)).missed(at(i + 1), at(i + 2), "cut " + i);
    }
    assertThat(coverage.intervals()).hasSize(Coverage.MAX_INTERVALS);
    assertThat(kinds(coverage, 2_000)).matches("([CU]U)*");
    assertThat(coverage.end()).contains(at(2_000));
  }

  @Test
  void manyShortInterruptionsDoNotMakeHoursUnknown() {
    int second = 100;
    Coverage coverage =
        Coverage.NONE.streamed(at(0), at(second)).missed(at(second), at(second + 1), "cut");
    for (int i = 0; i < 700; i++) {
      int from = second + 1 + i * 60;
      coverage = coverage
          .streamed(at(from), at(from + 58))
          .missed(at(from + 58), at(from + 60), "cut " + i)
          .filled(at(from + 58), at(from + 60), 1);
    }
    assertThat(coverage.intervals()).hasSizeLessThanOrEqualTo(Coverage.MAX_INTERVALS);
    String kinds = kinds(coverage, second + 1 + 700 * 60);
    assertThat(kinds.charAt(second)).isEqualTo('U');
    assertThat(kinds.chars().filter(kind -> kind == 'U').count()).isLessThanOrEqualTo(121);
    assertThat(kinds).doesNotContain(" ").startsWith("C".repeat(second));
  }

  @Test
  void theNeighboursThatCoverTheLeastAreMadeOne() {
    Coverage coverage = Coverage.NONE;
    for (int i = 0; i < Coverage.MAX_INTERVALS; i++) {
      coverage = coverage.missed(at(i * 60), at(i * 60 + 60), "cut " + i);
    }
    coverage = coverage.missed(at(6_001), at(6_002), "shortest");
    assertThat(coverage.intervals())
        .hasSize(Coverage.MAX_INTERVALS)
        .contains(interval(6_000, 6_060, Kind.UNKNOWN, 0, "several short interruptions"))
        .contains(interval(0, 60, Kind.UNKNOWN, 0, "cut 0"));
  }

  @Test
  void whatIsUnknownStaysSoWhateverIsMadeOne() {
    for (long seed = 0; seed < 3; seed++) {
      Random random = new Random(seed);
      char[] model = new char[8_000];
      Arrays.fill(model, ' ');
      Coverage coverage = Coverage.NONE;
      for (int step = 0; step < 3_000; step++) {
        int from = random.nextInt(8_000);
        int to = Math.min(8_000, from + 1 + random.nextInt(9));
        switch (random.nextInt(3)) {
          case 0 -> {
            coverage = coverage.streamed(at(from), at(to));
            paint(model, from, to, 'C', " ");
          }
          case 1 -> {
            coverage = coverage.missed(at(from), at(to), "m" + step);
            paint(model, from, to, 'U', " CBU");
          }
          default -> {
            coverage = coverage.filled(at(from), at(to), 1);
            paint(model, from, to, 'B', " U");
          }
        }
      }
      assertThat(coverage.intervals()).hasSizeLessThanOrEqualTo(Coverage.MAX_INTERVALS);
      String kinds = kinds(coverage, 8_000);
      for (int i = 0; i < 8_000; i++) {
        if ("CB".indexOf(kinds.charAt(i)) >= 0)
          assertThat(model[i]).as("seed %d, second %d", seed, i).isIn('C', 'B');
      }
      assertOrdered(coverage);
    }
  }

  /** Against the simplest thing that could be right: a letter for each second. */
  @Test
  void anyOrderOfClaimsSaysOfEachSecondWhatTheLastWordOnItWas() {
    for (long seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      char[] model = new char[60];
      Arrays.fill(model, ' ');
      Coverage coverage = Coverage.NONE;
      for (int step = 0; step < 30; step++) {
        int from = random.nextInt(60);
        int to = from + random.nextInt(61 - from);
        switch (random.nextInt(5)) {
          case 0 -> {
            coverage = coverage.streamed(at(from), at(to));
            paint(model, from, to, 'C', " ");
          }
          case 1 -> {
            coverage = coverage.missed(at(from), at(to), "m" + step);
            paint(model, from, to, 'U', " CBU");
          }
          case 2 -> {
            coverage = coverage.filled(at(from), at(to), 1);
            paint(model, from, to, 'B', " U");
          }
          case 3 -> {
            coverage = coverage.confirmed(at(from), at(to));
            paint(model, from, to, 'C', " U");
          }
          default -> {
            coverage = coverage.found(at(from), at(to), 1, "f" + step);
            paint(model, from, to, 'B', " CBU");
          }
        }
        assertThat(kinds(coverage, 60)).as("seed %d", seed).isEqualTo(new String(model));
      }
      assertOrdered(coverage);
    }
  }

  private static void paint(char[] model, int from, int to, char with, String over) {
    for (int i = from; i < to; i++) if (over.indexOf(model[i]) >= 0) model[i] = with;
  }

  private static void assertOrdered(Coverage coverage) {
    List<Instant> ends = new ArrayList<>();
    for (CoverageInterval interval : coverage.intervals()) {
      if (!ends.isEmpty()) assertThat(interval.from()).isAfterOrEqualTo(ends.get(ends.size() - 1));
      ends.add(interval.to());
    }
  }

  private static String kinds(Coverage coverage, int seconds) {
    char[] kinds = new char[seconds];
    Arrays.fill(kinds, ' ');
    for (CoverageInterval interval : coverage.intervals()) {
      int from = (int) (interval.from().getEpochSecond() - NOON.getEpochSecond());
      int to = (int) (interval.to().getEpochSecond() - NOON.getEpochSecond());
      Arrays.fill(kinds, from, to, interval.kind().name().charAt(0));
    }
    return new String(kinds);
  }

  private static CoverageInterval interval(
      int from, int to, Kind kind, long posts, @Nullable String reason) {
    return new CoverageInterval(at(from), at(to), kind, posts, reason);
  }

  private static Instant at(int second) {
    return NOON.plusSeconds(second);
  }
}
