package afa.bus;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Wants to own something, on an event loop of its own. */
final class Candidate implements Ownership.Owner {
  private final AtomicInteger begun = new AtomicInteger();
  private final AtomicInteger ended = new AtomicInteger();
  private final Context loop;
  private final Ownership ownership;

  Candidate(Vertx vertx, String name) {
    loop = vertx.getOrCreateContext();
    ownership = new Ownership(vertx, name, Duration.ofSeconds(3), this);
    loop.runOnContext(now -> ownership.start());
  }

  @Override
  public void begin() {
    begun.incrementAndGet();
  }

  @Override
  public Future<?> end() {
    ended.incrementAndGet();
    return Future.succeededFuture();
  }

  boolean owns() {
    return begun.get() > ended.get();
  }

  /** How often. */
  int begun() {
    return begun.get();
  }

  void giveUp() {
    loop.runOnContext(now -> ownership.giveUp());
  }

  void stop() throws Exception {
    Promise<Void> done = Promise.promise();
    loop.runOnContext(now -> ownership.stop().onComplete(done));
    done.future().await(30, SECONDS);
  }
}
