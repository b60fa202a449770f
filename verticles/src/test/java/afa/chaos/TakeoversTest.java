package afa.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import afa.chaos.Strike.Kind;
import afa.chaos.Takeovers.Ousted;
import afa.chaos.Takeovers.Takeover;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TakeoversTest {
  private static final Instant NOON = Instant.parse("2026-05-24T12:00:00Z");

  private final ArrayNode ledger = JsonNodeFactory.instance.arrayNode();

  @Test
  void timeRunsFromTheKillOfTheOwnerUntilAnotherConnectionReads() {
    stream("x", 100, 0);
    stream("x", 200, 13);
    stream("x", 200, 14);
    assertThat(takeovers(new Ousted("ingest-1", Kind.KILL, at(10), Set.of(100))))
        .containsExactly(new Takeover("x", Kind.KILL, Duration.ofSeconds(3)));
  }

  @Test
  void aNodeThatOwnedNothingIsSucceededByNobody() {
    stream("x", 100, 0);
    stream("x", 100, 12);
    assertThat(takeovers(new Ousted("ingest-2", Kind.KILL, at(10), Set.of(300))))
        .isEmpty();
  }

  @Test
  void whatFollowsTheNextFaultIsNotCounted() {
    stream("x", 100, 0);
    stream("x", 200, 30);
    Ousted paused = new Ousted("ingest-1", Kind.PAUSE, at(10), Set.of(100));
    Ousted killed = new Ousted("ingest-1", Kind.KILL, at(25), Set.of(100));
    assertThat(takeovers(paused, killed))
        .containsExactly(new Takeover("x", Kind.KILL, Duration.ofSeconds(5)));
  }

  private List<Takeover> takeovers(Ousted... hits) {
    return Takeovers.of(List.of(hits), ledger);
  }

  private void stream(String network, int port, int second) {
    ledger
        .addObject()
        .put("network", network)
        .put("port", port)
        .put("at", at(second).toString());
  }

  private static Instant at(int second) {
    return NOON.plusSeconds(second);
  }
}
