package afa.store;

import static org.assertj.core.api.Assertions.assertThat;

import afa.message.AppendPosts;
import afa.message.Appended;
import afa.testkit.Posts;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AppendLaneTest {
  private final List<AppendScript> runs = new ArrayList<>();
  private final List<Promise<List<Future<Log.Append>>>> answers = new ArrayList<>();
  private final AppendLane lane = new AppendLane(this::run);

  private Future<List<Future<Log.Append>>> run(AppendScript script) {
    runs.add(script);
    answers.add(Promise.promise());
    return answers.get(answers.size() - 1).future();
  }

  @Test
  void whateverComesDuringARunSharesTheNextOne() {
    append(1, 1);
    append(2, 3);
    append(4, 4);
    assertThat(sizes()).containsExactly(List.of(1));
    answer(0);
    assertThat(sizes()).containsExactly(List.of(1), List.of(2, 1));
  }

  @Test
  void eachIsAnsweredForItself() {
    Future<Log.Append> alone = append(1, 1);
    Future<Log.Append> first = append(2, 2);
    Future<Log.Append> second = append(3, 3);
    answer(0);
    assertThat(alone.result().answer().head()).isZero();
    assertThat(first.isComplete()).isFalse();
    answer(1);
    assertThat(first.result().answer().head()).isZero();
    assertThat(second.result().answer().head()).isEqualTo(1);
  }

  @Test
  void aRunIsSharedOnlyAsFarAsRedisMayBeKept() {
    append(1, 1);
    append(1, 200);
    append(201, 250);
    append(251, 251);
    append(1_001, 2_000);
    answer(0);
    assertThat(sizes().get(1)).containsExactly(200, 50);
    answer(1);
    assertThat(sizes().get(2)).containsExactly(1);
    answer(2);
    assertThat(sizes().get(3)).containsExactly(1_000);
  }

  @Test
  void thoseWhoWaitForARunThatFailsHearItAtOnceAndTheNextIsTriedAnew() {
    Future<Log.Append> ran = append(1, 1);
    Future<Log.Append> waited = append(2, 2);
    answers.get(0).fail("away");
    assertThat(ran.failed()).isTrue();
    assertThat(waited.failed()).isTrue();
    append(3, 3);
    assertThat(sizes()).containsExactly(List.of(1), List.of(1));
  }

  @Test
  void aThrowIsAFailureAndBlocksNobody() {
    AppendLane broken = new AppendLane(script -> {
      throw new IllegalStateException("a defect");
    });
    for (int i = 0; i < 2; i++) {
      assertThat(
              broken.append(new AppendPosts("e", "x", Posts.posts(1, 1), null)).cause())
          .hasMessage("a defect");
    }
  }

  @Test
  void tooMuchIsRefusedUntilThereIsRoomAgain() {
    append(1, 1);
    Future<Log.Append> last = append(1, 1_000);
    while (!last.isComplete()) last = append(1, 1_000);
    assertThat(last.cause()).isInstanceOf(Log.Busy.class);
    answer(0);
    assertThat(append(1, 1).isComplete()).isFalse();
  }

  private Future<Log.Append> append(int first, int last) {
    return lane.append(new AppendPosts("e", "x", Posts.posts(first, last), null));
  }

  /** Each part by its place in the run. */
  private void answer(int run) {
    List<Future<Log.Append>> parts = new ArrayList<>();
    for (int i = 0; i < runs.get(run).parts().size(); i++) {
      parts.add(Future.succeededFuture(
          new Log.Append(new Appended("e1", i, List.of(), 0, 0, 0, 0), List.of())));
    }
    answers.get(run).complete(parts);
  }

  private List<List<Integer>> sizes() {
    return runs.stream()
        .map(run -> run.parts().stream().map(AppendPart::size).toList())
        .toList();
  }
}
