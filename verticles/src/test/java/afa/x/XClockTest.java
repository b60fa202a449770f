package afa.x;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class XClockTest {
  private static final Instant NOON = Instant.parse("2026-05-24T12:00:00Z");
  private Instant own = NOON.plus(Duration.ofMinutes(5)); // a clock that is fast
  private final XClock clock = new XClock(() -> own);

  @Test
  void anAnswerOfXSetsTheClockRight() {
    clock.answered(headers("Sun, 24 May 2026 12:00:00 GMT"));
    own = own.plusSeconds(7);
    assertThat(clock.now()).isEqualTo(NOON.plusSeconds(7));
  }

  @Test
  void anAnswerWithoutATimeLeavesItAlone() {
    clock.answered(headers(null));
    assertThat(clock.now()).isEqualTo(own);
    clock.answered(headers("Sun, 24 May 2026 12:00:00 GMT"));
    clock.answered(headers("yesterday"));
    assertThat(clock.now()).isEqualTo(NOON);
  }

  private static XAnswer.Headers headers(String date) {
    Map<String, String> values = date == null ? Map.of() : Map.of("Date", date);
    return new XAnswer.Headers(values::get);
  }
}
