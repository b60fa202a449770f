package afa.archive;

import io.vertx.core.Vertx;
import io.vertx.core.shareddata.Lock;

/**
 * The one in the cluster: held by one node at a time, and passed on when that node leaves. Two may
 * believe they hold it after a pause; the checkpoint of the archive tells them apart.
 */
final class Ownership {
  private static final long PATIENCE_MILLIS = 200;
  private static final long PAUSE_MILLIS = 1_000;

  private final Vertx vertx;
  private final String name;
  private Lock lock;
  private boolean released;

  Ownership(Vertx vertx, String name) {
    this.vertx = vertx;
    this.name = name;
  }

  /** Waits for its turn, however long that takes. */
  void await(Runnable mine) {
    if (released) return;
    vertx
        .sharedData()
        .getLockWithTimeout(name, PATIENCE_MILLIS)
        .onSuccess(acquired -> keep(acquired, mine))
        .onFailure(taken -> vertx.setTimer(PAUSE_MILLIS, again -> await(mine)));
  }

  private void keep(Lock acquired, Runnable mine) {
    if (released) {
      acquired.release();
      return;
    }
    lock = acquired;
    mine.run();
  }

  boolean isMine() {
    return lock != null;
  }

  void release() {
    released = true;
    if (lock != null) lock.release();
    lock = null;
  }
}
