package afa.bluesky;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class BatcherTest {
  private static final Batcher.Rhythm RHYTHM =
      new Batcher.Rhythm(Duration.ofMillis(50), Duration.ofMillis(10), Duration.ofMinutes(1));

  private final List<List<String>> requests = new CopyOnWriteArrayList<>();
  private int failures;

  @Test
  void whatIsWantedTogetherIsAskedForTogether(Vertx vertx) throws Exception {
    List<Optional<String>> answers = get(vertx, 60, 0);
    assertThat(requests).extracting(List::size).containsExactly(25, 25, 10);
    assertThat(answers).containsOnly(Optional.of("known"));
  }

  @Test
  void theSameIsAskedForOnce(Vertx vertx) throws Exception {
    Batcher<String> batcher = new Batcher<>(vertx, this::ask, RHYTHM);
    Future<Optional<String>> one = batcher.get("a");
    Future<Optional<String>> other = batcher.get("a");
    assertThat(one.await(30, SECONDS)).isEqualTo(other.await(30, SECONDS));
    assertThat(requests).containsExactly(List.of("a"));
  }

  @Test
  void aRequestThatFailsIsRepeatedOnce(Vertx vertx) throws Exception {
    failures = 1;
    assertThat(get(vertx, 3, 0)).containsOnly(Optional.of("known"));
    assertThat(requests).hasSize(2);
  }

  @Test
  void afterASecondFailureNobodyIsAskedForAWhile(Vertx vertx) throws Exception {
    failures = 100;
    Batcher<String> batcher = new Batcher<>(vertx, this::ask, RHYTHM);
    assertThat(batcher
            .get("a")
            .transform(Future::succeededFuture)
            .await(30, SECONDS)
            .failed())
        .isTrue();
    assertThat(batcher.get("b").failed()).isTrue();
    assertThat(requests).hasSize(2);
  }

  @Test
  void whatTheNetworkDoesNotKnowIsEmpty(Vertx vertx) throws Exception {
    assertThat(get(vertx, 2, 2)).containsOnly(Optional.empty());
  }

  private List<Optional<String>> get(Vertx vertx, int keys, int unknown) throws Exception {
    Batcher<String> batcher = new Batcher<>(vertx, this::ask, RHYTHM);
    List<Future<Optional<String>>> wanted = new ArrayList<>();
    for (int i = 0; i < keys; i++) wanted.add(batcher.get((i < unknown ? "unknown" : "k") + i));
    List<Optional<String>> answers = new ArrayList<>();
    for (Future<Optional<String>> answer : wanted) answers.add(answer.await(30, SECONDS));
    return answers;
  }

  private Future<Map<String, String>> ask(List<String> keys) {
    requests.add(keys);
    if (failures-- > 0) return Future.failedFuture("away");
    Map<String, String> answer = new HashMap<>();
    for (String key : keys) if (!key.startsWith("unknown")) answer.put(key, "known");
    return Future.succeededFuture(answer);
  }
}
