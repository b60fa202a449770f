package afa.source;

import io.vertx.core.Future;

/** Brings in a network, or a part of one, for as long as it runs; on one event loop. */
public interface SourceReader {

  void start();

  /** Completes when the store has what was read, or two seconds have passed. */
  Future<Void> stop();
}
