package afa.source;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Questions to the client of a network, of which each has an outcome in time: one that throws has
 * failed, and so has one that never answers, or a defect of a client would stop a source for ever.
 */
final class Asking {
  /** Clients give up on their own requests after half a minute; connecting takes a few of them. */
  static final Duration LONGEST_CONNECT = Duration.ofMinutes(5);

  /** A look may have a hundred pages, of which each may take that half minute. */
  static final Duration LONGEST_LOOK = Duration.ofHours(1);

  private Asking() {}

  /**
   * Asks, on the event loop.
   *
   * @param late gets what comes after the longest wait, when nobody waits for it any more
   */
  static <T> Future<T> within(
      Vertx vertx, Duration longest, Supplier<Future<T>> question, Consumer<T> late) {
    try {
      Future<T> asked = question.get();
      return asked.isComplete() ? asked : bounded(vertx, longest, asked, late);
    } catch (RuntimeException defect) {
      return Future.failedFuture(defect);
    }
  }

  private static <T> Future<T> bounded(
      Vertx vertx, Duration longest, Future<T> asked, Consumer<T> late) {
    Promise<T> outcome = Promise.promise();
    long timer =
        vertx.setTimer(Math.max(1, longest.toMillis()), due -> outcome.tryFail(silence(longest)));
    asked.onComplete(answer -> {
      vertx.cancelTimer(timer);
      if (answer.failed()) outcome.tryFail(answer.cause());
      else if (!outcome.tryComplete(answer.result())) late.accept(answer.result());
    });
    return outcome.future();
  }

  private static SourceFailure silence(Duration longest) {
    String sentence = "no answer within " + longest.toMinutes() + " minutes";
    return new SourceFailure(SourceProblem.of(Backoff.Cause.NETWORK, sentence));
  }
}
