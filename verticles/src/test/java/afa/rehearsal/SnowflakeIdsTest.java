package afa.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SnowflakeIdsTest {
  private static final Instant NOON = Instant.parse("2026-05-24T12:00:00Z");

  @Test
  void idsGrowEvenWithinAMillisecondAndWhenTheClockGoesBack() {
    SnowflakeIds ids = new SnowflakeIds(7);
    long last = 0;
    for (int i = 0; i < 10_000; i++) {
      long id = ids.next(i < 5_000 ? NOON : NOON.minusSeconds(60));
      assertThat(id).isGreaterThan(last);
      last = id;
    }
  }

  @Test
  void anIdTellsWhenItWasMade() {
    long id = new SnowflakeIds(7).next(NOON);
    assertThat(SnowflakeIds.time(id)).isEqualTo(NOON);
    assertThat(SnowflakeIds.least(NOON)).isLessThanOrEqualTo(id);
    assertThat(SnowflakeIds.least(NOON.plusMillis(1))).isGreaterThan(id);
  }

  @Test
  void twoRunsInOneMillisecondMakeDifferentIds() {
    assertThat(new SnowflakeIds(7).next(NOON)).isNotEqualTo(new SnowflakeIds(8).next(NOON));
  }
}
