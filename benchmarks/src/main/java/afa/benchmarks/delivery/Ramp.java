package afa.benchmarks.delivery;

import java.util.concurrent.CompletableFuture;

/** Readers being connected. Touched by their loop only, but for {@link #done}. */
final class Ramp {
  /** Complete when all are answered; failed when one could not connect. */
  final CompletableFuture<Ramp> done = new CompletableFuture<>();

  private final int count;
  private final long startMicros = Clock.micros();
  private int opened;
  private int answered;
  private double seconds;

  Ramp(int count) {
    this.count = count;
    if (count == 0) done.complete(this);
  }

  /** Whether one more is to be opened now; counts it as opened. */
  boolean wants(int openingAtOnce) {
    if (done.isDone() || opened == count || opened - answered >= openingAtOnce) return false;
    opened++;
    return true;
  }

  void answered() {
    answered++;
    if (answered < count) return;
    seconds = (Clock.micros() - startMicros) / 1e6;
    done.complete(this);
  }

  void failed(Exception failure) {
    done.completeExceptionally(failure);
  }

  /** From the first connection's begin to the last one's answer. */
  double perSecond() {
    return count / seconds;
  }
}
