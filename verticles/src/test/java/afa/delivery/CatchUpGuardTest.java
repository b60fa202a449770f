package afa.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CatchUpGuardTest {
  private static final long ALL = Long.MAX_VALUE;

  /** 100 updates free, 1,000 at once, 10 more each second. */
  private final CatchUpGuard guard = new CatchUpGuard(100, 1_000, 10);

  @Test
  void aWholeVenueBehindOneAddressMayConnectAsOftenAsItLikes() {
    for (int phone = 0; phone < 100_000; phone++) {
      assertThat(guard.ask("venue", 100, ALL, 0)).isZero();
    }
  }

  @Test
  void whoAsksForEverythingOverAndOverHasToWait() {
    assertThat(guard.ask("greedy", 700, ALL, 0)).isZero();
    assertThat(guard.ask("greedy", 700, ALL, 0)).isZero(); // 600 of 1,000 were used
    assertThat(guard.ask("greedy", 700, ALL, 0)).isEqualTo(21); // 200 too many, 10 a second
  }

  @Test
  void afterThatTimeItMayAskAgain() {
    guard.ask("greedy", 700, ALL, 0);
    guard.ask("greedy", 700, ALL, 0);
    long seconds = guard.ask("greedy", 700, ALL, 0);
    assertThat(guard.ask("greedy", 700, ALL, seconds * 1_000 - 1_000)).isPositive();
    assertThat(guard.ask("greedy", 700, ALL, seconds * 1_000)).isZero();
  }

  @Test
  void othersDoNotWaitForIt() {
    guard.ask("greedy", 5_000, ALL, 0);
    assertThat(guard.ask("greedy", 5_000, ALL, 0)).isPositive();
    assertThat(guard.ask("other", 5_000, ALL, 0)).isZero();
  }

  @Test
  void aLogLongerThanTheAllowanceCanStillBeReadOnce() {
    assertThat(guard.ask("follower", 50_000, ALL, 0)).isZero();
  }

  @Test
  void whoReadsPageByPagePaysForThePagesItGets() {
    for (int page = 0; page < 5; page++) {
      assertThat(guard.ask("follower", 50_000, 200, 0)).isZero();
    }
    assertThat(guard.ask("follower", 50_000, 200, 0)).isPositive();
  }

  @Test
  void addressesThatOweNothingAreForgotten() {
    guard.ask("once", 200, ALL, 0); // 100 to pay, 10 a second
    guard.tidy(10_000);
    assertThat(guard.size()).isZero();
  }
}
