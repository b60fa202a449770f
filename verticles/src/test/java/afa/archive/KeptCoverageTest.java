package afa.archive;

import static org.assertj.core.api.Assertions.assertThat;

import afa.feed.Coverage;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class KeptCoverageTest {
  private static final Coverage FIRST_HOUR =
      Coverage.NONE.streamed(at(0), at(40)).missed(at(40), at(60), "no answer");

  @Test
  void aLogThatSaysNothingChangesNothing() {
    assertThat(KeptCoverage.merge(FIRST_HOUR, Coverage.NONE)).isEqualTo(FIRST_HOUR);
  }

  @Test
  void whatIsNotKnownYetIsTaken() {
    assertThat(KeptCoverage.merge(Coverage.NONE, FIRST_HOUR)).isEqualTo(FIRST_HOUR);
  }

  @Test
  void theLogIsRightAboutThePastToo() {
    Coverage filled = FIRST_HOUR.filled(at(40), at(60), 7).streamed(at(60), at(70));
    assertThat(KeptCoverage.merge(FIRST_HOUR, filled)).isEqualTo(filled);
    Coverage doubted = FIRST_HOUR.missed(at(0), at(10), "posts were found missing");
    assertThat(KeptCoverage.merge(FIRST_HOUR, doubted)).isEqualTo(doubted);
  }

  @Test
  void whatALogThatLostItsMemoryKnowsNoMoreStaysAndTheTimeBetweenIsNotClaimed() {
    Coverage afterwards = Coverage.NONE.streamed(at(90), at(120));
    assertThat(KeptCoverage.merge(FIRST_HOUR, afterwards).intervals())
        .hasSize(3)
        .startsWith(FIRST_HOUR.intervals().get(0), FIRST_HOUR.intervals().get(1))
        .endsWith(afterwards.intervals().get(0));
  }

  @Test
  void whatANewLifeFetchedAgainIsSaidOfThatTimeAndOfNoneBefore() {
    Coverage morning = Coverage.NONE.streamed(at(0), at(60));
    Coverage again = Coverage.NONE.filled(at(45), at(61), 12).streamed(at(61), at(90));
    assertThat(KeptCoverage.merge(morning, again))
        .isEqualTo(Coverage.NONE
            .streamed(at(0), at(45))
            .filled(at(45), at(61), 12)
            .streamed(at(61), at(90)));
  }

  @Test
  void whatIsKeptIsCutWhereTheLogBegins() {
    Coverage told = Coverage.NONE.missed(at(20), at(30), "restarted").streamed(at(30), at(35));
    assertThat(KeptCoverage.merge(FIRST_HOUR, told))
        .isEqualTo(Coverage.NONE
            .streamed(at(0), at(20))
            .missed(at(20), at(30), "restarted")
            .streamed(at(30), at(35)));
  }

  @Test
  void neighboursThatSayTheSameAreOne() {
    Coverage told = Coverage.NONE.streamed(at(20), at(50));
    assertThat(KeptCoverage.merge(Coverage.NONE.streamed(at(0), at(30)), told))
        .isEqualTo(Coverage.NONE.streamed(at(0), at(50)));
  }

  private static Instant at(int minute) {
    return Instant.parse("2026-05-24T12:00:00Z").plusSeconds(60L * minute);
  }
}
