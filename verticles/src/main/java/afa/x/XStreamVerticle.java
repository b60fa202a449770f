package afa.x;

import afa.source.Appender;
import afa.source.SourceContext;
import afa.source.SourceOwner;
import afa.source.Tenure;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.List;

/**
 * Brings the posts of an event from X's filtered stream into its log. One in the cluster reads, the
 * others stand by: X allows one connection.
 */
public final class XStreamVerticle extends VerticleBase {
  /** The name of this source in posts, cursors and event files. */
  public static final String SOURCE = "x";

  private final String event;
  private final XConfig config;
  private XClient client;
  private SourceOwner owner;

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
    owner = new SourceOwner(vertx, event, SOURCE, tenure -> List.of(reader(tenure)));
    return owner.start();
  }

  private XReader reader(Tenure tenure) {
    Appender.Config appender = config.tuning().appender();
    return new XReader(new SourceContext(tenure, SOURCE, appender), config, client);
  }

  @Override
  public Future<?> stop() {
    return owner.stop().eventually(() -> client.close());
  }
}
