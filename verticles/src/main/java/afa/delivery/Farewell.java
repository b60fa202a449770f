package afa.delivery;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Says goodbye to everybody in some rings, a few hundred between two looks of the event loop at its
 * sockets. Over when the rings are empty.
 */
final class Farewell<M extends Ring.Member<M>> {
  private static final int GOODBYES = 256;

  private final List<Ring<M>> rings;
  private final Executor afterInput;
  private final Consumer<M> goodbye;
  private final Promise<Void> over = Promise.promise();

  /**
   * @param goodbye takes its member out of the ring
   */
  Farewell(List<Ring<M>> rings, Executor afterInput, Consumer<M> goodbye) {
    this.rings = rings;
    this.afterInput = afterInput;
    this.goodbye = goodbye;
  }

  /** Completes when everybody was told. */
  Future<Void> begin() {
    step();
    return over.future();
  }

  private void step() {
    int left = GOODBYES;
    for (Ring<M> ring : rings) {
      while (ring.size() > 0 && left > 0) {
        left--;
        goodbye.accept(ring.take());
      }
    }
    if (left > 0) over.tryComplete();
    else afterInput.execute(this::step);
  }
}
