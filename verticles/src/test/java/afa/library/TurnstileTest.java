package afa.library;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import afa.bus.BusFailure;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class TurnstileTest {
  private static final Duration LONG = Duration.ofHours(1);

  private final List<Promise<String>> inside = new ArrayList<>();

  private Future<String> enter(Turnstile turnstile) {
    return turnstile.pass(() -> {
      inside.add(Promise.promise());
      return inside.get(inside.size() - 1).future();
    });
  }

  @Test
  void aFewAreInAndWhoLeavesLetsInWhoWaitsLongest(Vertx vertx) {
    Turnstile turnstile = new Turnstile(vertx, 2, 1, LONG);
    Future<String> first = enter(turnstile);
    enter(turnstile);
    Future<String> third = enter(turnstile);
    assertThat(inside).hasSize(2);
    inside.get(0).complete("found");
    assertThat(first.result()).isEqualTo("found");
    assertThat(inside).hasSize(3);
    inside.get(2).fail("broken");
    assertThat(third.failed()).isTrue();
    enter(turnstile);
    assertThat(inside).hasSize(4);
  }

  @Test
  void whoFindsNoSeatIsSentAwayAtOnce(Vertx vertx) {
    Turnstile turnstile = new Turnstile(vertx, 1, 1, LONG);
    enter(turnstile);
    enter(turnstile);
    assertThat(enter(turnstile).cause()).isInstanceOf(BusFailure.class);
  }

  @Test
  void whoWaitedTooLongIsSentAwayAndTakesNoPlace(Vertx vertx) {
    Turnstile turnstile = new Turnstile(vertx, 1, 5, Duration.ofMillis(1));
    enter(turnstile);
    Future<String> late = enter(turnstile);
    assertThatThrownBy(() -> late.await(30, SECONDS)).isInstanceOf(BusFailure.class);
    inside.get(0).complete("found");
    enter(turnstile);
    assertThat(inside).hasSize(2);
  }

  @Test
  void aStepThatThrowsLeavesItsPlace(Vertx vertx) {
    Turnstile turnstile = new Turnstile(vertx, 1, 0, LONG);
    Future<String> broken = turnstile.pass(() -> {
      throw new IllegalStateException("broken");
    });
    assertThat(broken.cause()).hasMessage("broken");
    assertThat(enter(turnstile).isComplete()).isFalse();
  }
}
