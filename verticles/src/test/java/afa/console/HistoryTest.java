package afa.console;

import static afa.console.Reports.NOON;
import static afa.console.Reports.heard;
import static afa.console.Reports.node;
import static afa.console.Reports.vitals;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HistoryTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private final History history = new History();
  private int steps;

  @Test
  void countersOfAllNodesBecomeOneRate() {
    sample(a("1", 10, 100, 1_000), b(0, 0));
    sample(a("1", 12, 150, 3_000), b(50, 500));
    History.Sample last = last();
    assertThat(last.readers()).isEqualTo(12);
    assertThat(last.posts()).isEqualTo(10);
    assertThat(last.deliveries()).isEqualTo(250);
  }

  @Test
  void aNodeThatStartsAnewCountsFromZeroAndMakesNothingNegative() {
    sample(a("1", 1, 1_000, 9_000));
    sample(a("2", 1, 20, 100));
    assertThat(last().posts()).isEqualTo(2);
    assertThat(last().deliveries()).isEqualTo(10);
  }

  @Test
  void aNodeThatComesAfterTheFirstLookBringsNoPeak() {
    sample(b(0, 0));
    sample(b(0, 0), a("1", 1, 1_000_000, 0));
    assertThat(last().posts()).isZero();
  }

  @Test
  void delayIsTheWorstOfAllNodesAndAbsentWhereNothingWasDelivered() {
    sample(
        heard(node("a", "1", true, false, vitals(0, 0, 0, 40))),
        heard(node("b", "1", true, false, vitals(0, 0, 0, 90))));
    assertThat(last().delayMillis()).isEqualTo(90);
    sample(b(0, 0));
    assertThat(last().delayMillis()).isNull();
  }

  @Test
  void anHourIsKept() {
    for (int i = 0; i < 500; i++) sample(b(i, 0));
    assertThat(history.last(HOUR)).hasSize(360);
    assertThat(history.last(Duration.ofMinutes(1))).hasSize(6);
    assertThat(history.last(HOUR).get(0).at()).isEqualTo(NOON.plusSeconds(1_400));
  }

  private void sample(NodeView... nodes) {
    history.sample(List.of(nodes), NOON.plusSeconds(10L * steps++));
  }

  private History.Sample last() {
    return history.last(HOUR).get(history.last(HOUR).size() - 1);
  }

  private static NodeView a(String life, long readers, long posts, long deliveries) {
    return heard(node("a", life, true, false, vitals(readers, posts, deliveries, -1)));
  }

  private static NodeView b(long posts, long deliveries) {
    return heard(node("b", "1", true, false, vitals(0, posts, deliveries, -1)));
  }
}
