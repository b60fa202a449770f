package afa.supervisor;

import afa.bus.Pulse;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** A unit that fails as it is told. */
@NullUnmarked
final class FakeUnit {
  final AtomicInteger started = new AtomicInteger();
  final AtomicInteger stopped = new AtomicInteger();
  volatile @Nullable RuntimeException failsWith;
  volatile Future<?> stopsWith = Future.succeededFuture();
  volatile @Nullable Context context;
  volatile @Nullable Pulse pulse;
  private final Vertx vertx;
  private final String name;

  FakeUnit(Vertx vertx, String name) {
    this.vertx = vertx;
    this.name = name;
  }

  Unit unit() {
    return Unit.of(
        name,
        crew -> vertx.deployVerticle(crew.watched(new FakeVerticle())).onSuccess(crew::deployed));
  }

  /** Throws on its event loop. */
  void throwNow(String message) {
    context.runOnContext(turn -> {
      throw new IllegalStateException(message);
    });
  }

  /** Holds its event loop until the latch opens. */
  void block(CountDownLatch latch) {
    context.runOnContext(turn -> {
      try {
        latch.await();
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
      }
    });
  }

  private final class FakeVerticle extends VerticleBase {
    @Override
    public Future<?> start() {
      started.incrementAndGet();
      if (failsWith != null) throw failsWith;
      FakeUnit.this.context = context;
      pulse = Pulse.here();
      return Future.succeededFuture();
    }

    @Override
    public Future<?> stop() {
      stopped.incrementAndGet();
      return stopsWith;
    }
  }
}
