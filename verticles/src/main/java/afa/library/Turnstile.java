package afa.library;

import afa.bus.BusFailure;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Supplier;

/**
 * Lets a few in at a time; some wait for a moment, and the others are told to come back. Used on one
 * event loop only.
 */
final class Turnstile {
  private final Vertx vertx;
  private final int most;
  private final int seats;
  private final Duration patience;
  private final Queue<Promise<Void>> waiting = new ArrayDeque<>();
  private int inside;

  /**
   * @param most at the same time
   * @param seats for those who wait
   * @param patience after which nobody waits any more
   */
  Turnstile(Vertx vertx, int most, int seats, Duration patience) {
    this.vertx = vertx;
    this.most = most;
    this.seats = seats;
    this.patience = patience;
  }

  /** Takes the step when its turn comes; fails with {@code UNAVAILABLE} when that would be late. */
  <T> Future<T> pass(Supplier<Future<T>> step) {
    if (inside < most) {
      inside++;
      return taken(step);
    }
    if (waiting.size() >= seats) return Future.failedFuture(full());
    Promise<Void> turn = Promise.promise();
    waiting.add(turn);
    vertx.setTimer(patience.toMillis(), late -> {
      if (waiting.remove(turn)) turn.fail(full());
    });
    return turn.future().compose(now -> taken(step));
  }

  private <T> Future<T> taken(Supplier<Future<T>> step) {
    return Future.<Void>succeededFuture()
        .compose(in -> step.get()) // which may throw
        .onComplete(done -> leave());
  }

  /** Whoever waits longest takes the place. */
  private void leave() {
    Promise<Void> next = waiting.poll();
    if (next == null) inside--;
    else next.complete();
  }

  private static BusFailure full() {
    return new BusFailure(BusFailure.Kind.UNAVAILABLE, "too many ask at once");
  }
}
