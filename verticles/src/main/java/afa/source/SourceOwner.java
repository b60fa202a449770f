package afa.source;

import afa.bus.Ownership;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.function.Supplier;

/** Runs the readers of a network on the one node of the cluster that owns it; others stand by. */
public final class SourceOwner {
  private final Ownership ownership;
  private final Supplier<List<SourceReader>> readers;
  private List<SourceReader> running = List.of(); // none while standing by
  private boolean stopped;

  /**
   * @param readers makes them when this node becomes the owner
   */
  public SourceOwner(
      Vertx vertx, String event, String network, Supplier<List<SourceReader>> readers) {
    this.ownership = new Ownership(vertx, "afa.source." + network + "." + event);
    this.readers = readers;
  }

  /** Begins to wait for its turn. A node that stands by has started, too. */
  public Future<Void> start() {
    ownership.own().onSuccess(owned -> {
      if (stopped) return;
      running = List.copyOf(readers.get());
      running.forEach(SourceReader::start);
    });
    return Future.succeededFuture();
  }

  /** The lock goes last, so that the next owner finds everything stored that was read. */
  public Future<Void> stop() {
    stopped = true;
    return Future.join(running.stream().map(SourceReader::stop).toList())
        .<Void>mapEmpty()
        .eventually(() -> {
          ownership.release();
          return Future.succeededFuture();
        });
  }
}
