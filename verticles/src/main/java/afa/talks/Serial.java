package afa.talks;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/** Runs one job after the other, whether they fail or not. Used on one event loop only. */
final class Serial {
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private boolean running;

  /** Its turn comes when all before it are done. */
  <T> Future<T> run(Supplier<Future<T>> job) {
    Promise<T> done = Promise.promise();
    waiting.add(() -> Future.succeededFuture()
        .compose(turn -> job.get()) // a throw is a failure, too
        .onComplete(ended -> {
          running = false;
          done.handle(ended);
          next();
        }));
    next();
    return done.future();
  }

  private void next() {
    if (running || waiting.isEmpty()) return;
    running = true;
    waiting.remove().run();
  }
}
