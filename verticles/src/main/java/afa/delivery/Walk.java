package afa.delivery;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Visits readers to whom a visit is owed, one after the other, in short steps between which the event
 * loop looks at its sockets: what arrives meanwhile is there for all who have their turn later. Who
 * is late is visited in a quarter of the time or so, as long as others wait for a visit too.
 */
final class Walk {
  /**
   * Visits of a step, of some 10 µs each. An update passes the event loops several times on its way
   * in, and waits for as many steps.
   */
  static final int VISITS = 64;

  private static final long LATE_NANOS = 250_000;

  private final Ring<StreamReader> live;
  private final Ring<StreamReader> late;
  private final Consumer<StreamReader> visit;
  private final Runnable afterStep;
  private final Executor afterInput;
  private final LongSupplier nanoTime;
  private boolean walking;

  /**
   * @param visit must not throw: a walk that ended would leave everybody waiting
   * @param afterInput runs a step when the event loop has looked at its sockets once more
   * @param nanoTime says how long a step has taken
   */
  Walk(
      Ring<StreamReader> live,
      Ring<StreamReader> late,
      Consumer<StreamReader> visit,
      Runnable afterStep,
      Executor afterInput,
      LongSupplier nanoTime) {
    this.live = live;
    this.late = late;
    this.visit = visit;
    this.afterStep = afterStep;
    this.afterInput = afterInput;
    this.nanoTime = nanoTime;
  }

  /** Some visits are owed; the first of them begin at once. */
  void goOn() {
    if (walking) return;
    walking = true;
    step();
  }

  private void step() {
    for (int visits = 0; live.isOwed() && visits < VISITS; visits++) visit.accept(live.take());
    if (late.isOwed()) stepLate();
    afterStep.run();
    walking = live.isOwed() || late.isOwed();
    if (walking) afterInput.execute(this::step);
  }

  private void stepLate() {
    long end = nanoTime.getAsLong() + LATE_NANOS;
    do visit.accept(late.take());
    while (late.isOwed() && nanoTime.getAsLong() < end);
  }
}
