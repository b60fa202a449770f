package afa.http;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.function.Supplier;

/**
 * The event loop of the verticle. Requests arrive on the loops of the HTTP servers; what they share
 * is touched here only, and they get their answer back on the loop they came from.
 */
public record Home(Vertx vertx, Context context) {

  /** Runs a step at home; the future completes on the caller's loop. */
  public <T> Future<T> ask(Supplier<Future<T>> step) {
    Context caller = vertx.getOrCreateContext();
    Promise<T> answer = Promise.promise();
    context.runOnContext(here -> {
      Future<T> outcome = attempt(step);
      outcome.onComplete(done -> caller.runOnContext(back -> answer.handle(done)));
    });
    return answer.future();
  }

  private static <T> Future<T> attempt(Supplier<Future<T>> step) {
    try {
      return step.get();
    } catch (RuntimeException failure) {
      return Future.failedFuture(failure);
    }
  }
}
