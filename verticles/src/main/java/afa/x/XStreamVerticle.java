package afa.x;

import afa.bus.Ownership;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;

/**
 * Brings the posts of an event from X's filtered stream into its log. One in the cluster reads, the
 * others stand by: X allows one connection.
 */
public final class XStreamVerticle extends VerticleBase {
  /** The name of this source in posts, cursors and event files. */
  public static final String SOURCE = "x";

  private final String event;
  private final XConfig config;
  private Ownership ownership;
  private XClient client;
  private XReader reader; // null while standing by

  /**
   * Reads when it is deployed and nobody else does.
   *
   * @param event whose log gets the posts
   */
  public XStreamVerticle(String event, XConfig config) {
    this.event = event;
    this.config = config;
  }

  @Override
  public Future<?> start() {
    client = new XClient(vertx, config);
    ownership = new Ownership(vertx, "afa.source." + SOURCE + "." + event);
    // Not waited for: a node that stands by has started, too.
    ownership.own().onSuccess(owned -> {
      reader = new XReader(vertx, event, config, client);
      reader.start();
    });
    return Future.succeededFuture();
  }

  /** The lock goes last, so that the next owner finds everything stored that was read. */
  @Override
  public Future<?> stop() {
    Future<Void> stopped = reader == null ? Future.succeededFuture() : reader.stop();
    return stopped.eventually(() -> client.close()).eventually(() -> {
      ownership.release();
      return Future.succeededFuture();
    });
  }
}
