package afa.bus;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedTest {
  private final List<Promise<String>> asked = new ArrayList<>();
  private long nanoTime;
  private final Shared<String, String> shared =
      new Shared<>(Duration.ofMillis(250), () -> nanoTime);

  @Test
  void allWhoAskWhileAnAnswerIsUnderWayShareIt() {
    Future<String> first = get("a");
    passMillis(2_000);
    Future<String> second = get("a");
    asked.get(0).complete("answer");
    assertThat(asked).hasSize(1);
    assertThat(first.result()).isEqualTo("answer");
    assertThat(second.result()).isEqualTo("answer");
  }

  @Test
  void anAnswerIsGivenAgainForAMomentAndThenAskedAnew() {
    get("a");
    asked.get(0).complete("old");
    passMillis(250);
    assertThat(get("a").result()).isEqualTo("old");
    passMillis(1);
    get("a");
    assertThat(asked).hasSize(2);
  }

  @Test
  void aFailureIsSharedNoLongerThanAnAnswer() {
    get("a");
    asked.get(0).fail("away");
    assertThat(get("a").failed()).isTrue();
    passMillis(251);
    get("a");
    assertThat(asked).hasSize(2);
  }

  @Test
  void differentQuestionsGetDifferentAnswers() {
    get("a");
    get("b");
    assertThat(asked).hasSize(2);
  }

  private Future<String> get(String key) {
    return shared.get(key, () -> {
      Promise<String> promise = Promise.promise();
      asked.add(promise);
      return promise.future();
    });
  }

  private void passMillis(long millis) {
    nanoTime += Duration.ofMillis(millis).toNanos();
  }
}
