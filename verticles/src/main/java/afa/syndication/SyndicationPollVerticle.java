package afa.syndication;

import afa.source.PollReader;
import afa.source.PollReader.Rhythm;
import afa.source.SourceContext;
import afa.source.SourceOwner;
import afa.source.SourceReader;
import afa.source.Tenure;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.ArrayList;
import java.util.List;

/** Brings the entries of feeds into the log of an event; one in the cluster asks. */
public final class SyndicationPollVerticle extends VerticleBase {
  private final String event;
  private final SyndicationConfig config;
  private FeedClient client;
  private SourceOwner owner;

  /**
   * Asks when it is deployed and nobody else does.
   *
   * @param event whose log gets the posts
   */
  public SyndicationPollVerticle(String event, SyndicationConfig config) {
    this.event = event;
    this.config = config;
  }

  @Override
  public Future<?> start() {
    client = new FeedClient(vertx, config);
    owner = new SourceOwner(vertx, event, SyndicationSource.NAME, this::readers);
    return owner.start();
  }

  private List<SourceReader> readers(Tenure tenure) {
    Rhythm rhythm =
        new Rhythm(config.every(), config.tuning().settle(), config.tuning().backoff());
    List<SourceReader> readers = new ArrayList<>();
    config.parts().forEach((part, address) -> {
      SourceContext context = new SourceContext(tenure, part);
      FeedPoll poll = new FeedPoll(context, config, client, address);
      readers.add(new PollReader(context, poll, rhythm));
    });
    return readers;
  }

  @Override
  public Future<?> stop() {
    return owner.stop().eventually(client::close);
  }
}
