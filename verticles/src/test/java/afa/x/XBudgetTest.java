package afa.x;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class XBudgetTest {
  private static final Instant EVENING = Instant.parse("2026-05-24T23:59:00Z");
  private static final Instant MIDNIGHT = Instant.parse("2026-05-25T00:00:00Z");

  @Test
  void itIsSpentAfterThatManyPosts() {
    XBudget budget = new XBudget(2);
    budget.spend(EVENING);
    assertThat(budget.isSpent(EVENING)).isFalse();
    budget.spend(EVENING);
    assertThat(budget.isSpent(EVENING)).isTrue();
    assertThat(budget.problem(EVENING).notBefore()).isEqualTo(MIDNIGHT);
  }

  @Test
  void midnightInUtcBringsANewOne() {
    XBudget budget = new XBudget(1);
    budget.spend(EVENING);
    assertThat(budget.isSpent(MIDNIGHT)).isFalse();
  }

  @Test
  void zeroIsNoLimit() {
    XBudget budget = new XBudget(0);
    for (int i = 0; i < 100_000; i++) budget.spend(EVENING);
    assertThat(budget.isSpent(EVENING)).isFalse();
  }
}
