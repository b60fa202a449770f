package afa.x;

import static org.assertj.core.api.Assertions.assertThat;

import afa.x.XBudget.Mode;
import afa.x.XLimit.WhenSpent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class XBudgetTest {
  private static final Instant NOON = Instant.parse("2026-05-24T12:00:00Z");
  private static final Instant EVENING = Instant.parse("2026-05-24T23:59:59Z");
  private static final Instant MIDNIGHT = Instant.parse("2026-05-25T00:00:00Z");

  @Test
  void theStreamLeavesAFifthForSearches() {
    XBudget budget = limited(1_000, WhenSpent.SEARCH);
    read(budget, 0, 799, NOON);
    assertThat(budget.mode(NOON)).isEqualTo(Mode.STREAM);
    read(budget, 799, 800, NOON);
    assertThat(budget.mode(NOON)).isEqualTo(Mode.SEARCH);
    read(budget, 800, 971, NOON);
    assertThat(budget.mode(NOON)).isEqualTo(Mode.OFF); // not enough for the smallest page
  }

  @Test
  void orNearlyUsesItUp() {
    XBudget budget = limited(1_000, WhenSpent.OFF);
    read(budget, 0, 979, NOON);
    assertThat(budget.mode(NOON)).isEqualTo(Mode.STREAM);
    read(budget, 979, 980, NOON);
    assertThat(budget.mode(NOON)).isEqualTo(Mode.OFF);
    assertThat(budget.problem(NOON).notBefore()).isEqualTo(MIDNIGHT);
  }

  @Test
  void aFastStreamEndsEarlierAndDoesNotBeginAgain() {
    XBudget budget = limited(1_000, WhenSpent.OFF);
    for (int id = 0; id < 500; id++) budget.streamed(List.of("" + id), NOON);
    assertThat(budget.slack(NOON)).isEqualTo(500);
    assertThat(budget.mode(NOON)).isEqualTo(Mode.OFF);
    assertThat(budget.slack(NOON.plusSeconds(5))).isEqualTo(20);
    assertThat(budget.mode(NOON.plusSeconds(5))).isEqualTo(Mode.OFF);
    assertThat(budget.mode(NOON.plus(Duration.ofDays(1)))).isEqualTo(Mode.STREAM);
  }

  @Test
  void aPostCountsOnceADay() {
    XBudget budget = limited(1_000, WhenSpent.OFF);
    for (int i = 0; i < 5; i++) read(budget, 0, 10, NOON);
    assertThat(budget.left(NOON)).isEqualTo(990);
    assertThat(budget.isPaid("9", NOON)).isTrue();
    assertThat(budget.isPaid("9", NOON.plus(Duration.ofDays(1)))).isFalse();
  }

  @Test
  void whatAnEarlierReaderReadTodayIsPaidAndCountsOnce() {
    XBudget budget = limited(1_000, WhenSpent.OFF);
    budget.resume(new XReserved(Map.of(LocalDate.of(2026, 5, 24), 20L)));
    budget.recall("7", NOON, NOON.plusSeconds(60));
    budget.read(List.of("7"), NOON.plusSeconds(61));
    assertThat(budget.isPaid("7", NOON.plusSeconds(62))).isTrue();
    assertThat(budget.left(NOON)).isEqualTo(980);
    assertThat(budget.isPaid("7", NOON.plus(Duration.ofDays(1)))).isFalse();
  }

  @Test
  void whatIsRecalledIsNeverLessThanWhatCounts() {
    XBudget budget = limited(1_000, WhenSpent.OFF);
    for (int id = 0; id < 30; id++) budget.recall("" + id, NOON, NOON);
    assertThat(budget.left(NOON)).isEqualTo(970);
  }

  @Test
  void nobodyKnowsWhichDayBilledWhatCameAroundMidnight() {
    XBudget budget = limited(1_000, WhenSpent.OFF);
    budget.recall("7", EVENING, EVENING.plusSeconds(600));
    budget.recall("8", NOON, NOON.plus(Duration.ofDays(1)));
    assertThat(budget.isPaid("7", EVENING.plusSeconds(600))).isFalse();
    assertThat(budget.isPaid("8", NOON)).isFalse();
  }

  @Test
  void midnightInUtcBringsANewOneAndCountsForBothDays() {
    XBudget budget = limited(1_000, WhenSpent.OFF);
    read(budget, 0, 10, NOON);
    read(budget, 10, 15, EVENING);
    assertThat(budget.left(EVENING)).isEqualTo(985);
    assertThat(budget.left(MIDNIGHT.plusSeconds(5))).isEqualTo(995);
  }

  @Test
  void whoeverGoesOnCountsWhatWasReservedAsRead() {
    XBudget budget = limited(1_000, WhenSpent.OFF);
    budget.resume(XReserved.parse("{\"2026-05-24\":400,\"never\":1}"));
    assertThat(budget.left(NOON)).isEqualTo(600);
    assertThat(budget.ahead(NOON)).isZero();
    assertThat(budget.left(MIDNIGHT.plusSeconds(5))).isEqualTo(1_000);
  }

  @Test
  void itAsksToReserveAheadOfReadingAndNeverMoreThanTheDayHas() {
    XBudget budget = limited(1_000, WhenSpent.OFF);
    XReserved first = budget.lacking(40, NOON).orElseThrow();
    assertThat(first.days()).isEqualTo(Map.of(LocalDate.parse("2026-05-24"), 60L));
    budget.reserved(first);
    assertThat(budget.lacking(40, NOON)).isEmpty();
    read(budget, 0, 990, NOON);
    assertThat(budget.lacking(40, NOON).orElseThrow().days().values()).containsExactly(1_000L);
  }

  @Test
  void beforeMidnightItReservesForTheNextDayToo() {
    XBudget budget = limited(1_000, WhenSpent.OFF);
    assertThat(budget.lacking(40, MIDNIGHT.minusSeconds(300)).orElseThrow().days())
        .hasSize(2);
  }

  @Test
  void whatIsHeldForAnAnswerIsNotSpentTwice() {
    XBudget budget = limited(1_000, WhenSpent.OFF);
    budget.hold(300);
    assertThat(budget.free(NOON)).isEqualTo(1_000 - 300 - 20);
    assertThat(budget.lacking(0, NOON).orElseThrow().days().values()).containsExactly(320L);
    budget.release(300);
    assertThat(budget.free(NOON)).isEqualTo(980);
  }

  @Test
  void itForeseesTheDaysEnd() {
    XBudget budget = limited(10_000, WhenSpent.OFF);
    read(budget, 0, 1, NOON);
    read(budget, 1, 600, NOON.plusSeconds(3_600));
    assertThat(budget.spending(NOON.plusSeconds(3_600)).projected()).isEqualTo(600 + 11 * 600);
  }

  @Test
  void zeroIsNoLimit() {
    XBudget budget = new XBudget(XLimit.NONE);
    read(budget, 0, 120_000, NOON);
    assertThat(budget.mode(NOON)).isEqualTo(Mode.STREAM);
    assertThat(budget.lacking(100, NOON)).isEmpty();
    assertThat(budget.ahead(NOON)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void whatIsStoredIsReadAgain() {
    XReserved reserved = new XReserved(Map.of(LocalDate.parse("2026-05-24"), 12L));
    assertThat(XReserved.parse(reserved.toString())).isEqualTo(reserved);
    for (String text : new String[] {null, "", "[]", "2026-05-24T12:00:00Z", "{\"x\":{}}"}) {
      assertThat(XReserved.parse(text).days()).as(text).isEmpty();
    }
  }

  private static XBudget limited(int perDay, WhenSpent then) {
    return new XBudget(new XLimit(perDay, then, Duration.ofMinutes(15)));
  }

  private static void read(XBudget budget, int from, int to, Instant at) {
    for (int id = from; id < to; id++) budget.read(List.of("" + id), at);
  }
}
