package afa.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import afa.message.Happened;
import afa.message.NodeReported;
import afa.message.NodeVitals;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NeighboursTest {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final Neighbours first = new Neighbours("a");
  private final Neighbours second = new Neighbours("b");

  @Test
  void aNodeThatFallsSilentIsToldOnceByOneOfThoseWhoAreLeft() {
    bothHear("c", "life", 0);
    hear(first, "b", 0);
    hear(second, "a", 0);
    hear(first, "b", 6);
    hear(second, "a", 6);
    assertThat(first.silent(7 * SECOND)).extracting(Happened::node).containsExactly("c");
    assertThat(second.silent(7 * SECOND)).isEmpty();
    assertThat(first.silent(8 * SECOND)).isEmpty();
  }

  @Test
  void whoIsLeftAloneTellsOfAllOthers() {
    hear(second, "a", 0);
    hear(second, "c", 0);
    assertThat(second.silent(7 * SECOND)).extracting(Happened::node).containsExactly("a", "c");
  }

  @Test
  void whoComesBackIsToldAndWhoStartsAnewTellsItself() {
    first.heard(report("c", "life"), 0);
    first.silent(7 * SECOND);
    assertThat(first.heard(report("c", "life"), 8 * SECOND).orElseThrow().kind())
        .isEqualTo("back");
    assertThat(first.heard(report("c", "life"), 9 * SECOND)).isEmpty();
    first.silent(20 * SECOND);
    assertThat(first.heard(report("c", "next life"), 21 * SECOND)).isEmpty();
  }

  @Test
  void whoSaidGoodbyeIsNotMissed() {
    hear(first, "c", 0);
    first.left("c");
    hear(first, "c", 3); // while it still stops
    assertThat(first.silent(10 * SECOND)).isEmpty();
  }

  @Test
  void whoStoodStillHimselfBlamesNobody() {
    hear(first, "c", 0);
    first.forgiveSilence(60 * SECOND);
    assertThat(first.silent(61 * SECOND)).isEmpty();
  }

  @Test
  void twoWhoTellTheSameAreKeptOnce() {
    bothHear("c", "life", 0);
    List<Happened> one = first.silent(7 * SECOND);
    List<Happened> other = second.silent(7 * SECOND);
    assertThat(one)
        .extracting(Happened::id)
        .isEqualTo(other.stream().map(Happened::id).toList());
  }

  private void bothHear(String node, String life, long second) {
    first.heard(report(node, life), second * SECOND);
    this.second.heard(report(node, life), second * SECOND);
  }

  private static void hear(Neighbours who, String node, long second) {
    who.heard(report(node, "life"), second * SECOND);
  }

  private static NodeReported report(String node, String life) {
    Instant at = Instant.parse("2026-05-24T12:00:00Z");
    NodeVitals vitals = new NodeVitals(0, 0, 0, 1, 0, 0, 0, 0, 0, 0, -1);
    return new NodeReported(
        node, life, "dev", List.of(), "http://x", at, at, true, false, vitals, List.of());
  }
}
