package afa.store;

import static org.assertj.core.api.Assertions.assertThat;

import afa.feed.Coverage;
import afa.feed.Position;
import afa.message.LogPage;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LastLookTest {
  private final LastLook look = new LastLook();
  private int asked;

  @Test
  void onlyThatNothingFollowsTheLastUpdateIsKnown() {
    assertThat(look.after(0)).isEmpty();
    look.found(new Position("e1", 7));
    assertThat(look.after(7)).hasValue(new LogPage("e1", 7, List.of()));
    assertThat(look.after(6)).isEmpty();
    assertThat(look.after(8)).isEmpty();
    look.forget();
    assertThat(look.after(7)).isEmpty();
  }

  @Test
  void itIsAsOldAsWhatWasHeardSince() {
    look.found(new Position("e1", 7));
    assertThat(look.isAt(new Position("e1", 7))).isTrue();
    assertThat(look.isAt(new Position("e1", 8))).isFalse();
    assertThat(look.isAt(new Position("e2", 7))).isFalse();
    assertThat(look.isAt(null)).isFalse();
  }

  @Test
  void coverageIsAskedOnceUntilTheLogIsElsewhereOrSomethingCameIn() {
    look.found(new Position("e1", 7));
    ask();
    ask();
    look.found(new Position("e1", 7));
    ask();
    assertThat(asked).isOne();
    look.found(new Position("e1", 8));
    ask();
    assertThat(asked).isEqualTo(2);
    look.forget();
    ask();
    assertThat(asked).isEqualTo(3);
  }

  @Test
  void aFailureIsNotRemembered() {
    assertThat(look.coverage(() -> Future.failedFuture("away")).failed()).isTrue();
    assertThat(look.coverage(this::answer).succeeded()).isTrue();
  }

  private void ask() {
    assertThat(look.coverage(this::answer).result()).isEmpty();
  }

  private Future<Map<String, Coverage>> answer() {
    asked++;
    return Future.succeededFuture(Map.of());
  }
}
