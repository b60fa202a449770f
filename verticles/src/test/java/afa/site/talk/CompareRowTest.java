package afa.site.talk;

import static org.assertj.core.api.Assertions.assertThat;

import afa.library.talk.ListedTalk;
import afa.schedule.Talk;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompareRowTest {
  private static final Instant START = Instant.parse("2026-05-24T21:00:00Z");

  @Test
  void ofATalkThatIsToComeNothingIsCalledComplete() {
    assertThat(row(false).coverage()).isEqualTo("to come");
    assertThat(row(true).coverage()).isEqualTo("complete");
  }

  private static CompareRow row(boolean begun) {
    Plot nothing =
        new Plot("No posts yet.", 0, 1, List.of(), List.of(), 0, 0, List.of(), List.of(), true, 0);
    ListedTalk talk =
        new ListedTalk(Talk.of("grids", "Grids", "Main", START, Duration.ofHours(1)), false);
    TalkHeader header = TalkHeader.of("aea", talk, new When(ZoneId.of("UTC")));
    return new CompareRow(header, "Sun 24 May, 14:00", 0, 0, 0, 0, 0, begun, nothing);
  }
}
