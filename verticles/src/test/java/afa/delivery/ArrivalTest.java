package afa.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class ArrivalTest {
  @Test
  void theTimeOfArrivalIsFoundInThePost() {
    assertThat(Arrival.of("{\"n\":1,\"text\":\"x\",\"receivedAt\":\"2026-05-24T12:00:01.480Z\"}"))
        .isEqualTo(Instant.parse("2026-05-24T12:00:01.480Z").toEpochMilli());
  }

  @Test
  void whatAStrangerWritesIsNotTakenForIt() {
    assertThat(Arrival.of("{\"text\":\"\\\"receivedAt\\\":\\\"1970-01-01T00:00:00Z\\\"\"}"))
        .isEqualTo(Arrival.UNKNOWN);
    assertThat(Arrival.of("{\"n\":2,\"type\":\"retract\",\"target\":1}"))
        .isEqualTo(Arrival.UNKNOWN);
    assertThat(Arrival.of("{\"receivedAt\":\"yesterday\"}")).isEqualTo(Arrival.UNKNOWN);
  }
}
