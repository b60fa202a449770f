package afa.flickr;

import afa.source.Displayed;
import afa.source.PollReader;
import afa.source.SourceContext;
import afa.source.SourceOwner;
import afa.source.SourceReader;
import afa.source.Tenure;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.List;

/** Brings an event's photos from Flickr into its log. One in the cluster asks, the others stand by. */
public final class FlickrPollVerticle extends VerticleBase {
  /** The name of this source in posts, cursors and event files. */
  public static final String SOURCE = FlickrPosts.SOURCE;

  private final String event;
  private final FlickrConfig config;
  private FlickrClient client;
  private SourceOwner owner;

  /**
   * Asks when it is deployed and nobody else does.
   *
   * @param event whose log gets the posts
   */
  public FlickrPollVerticle(String event, FlickrConfig config) {
    this.event = event;
    this.config = config;
  }

  @Override
  public Future<?> start() {
    client = new FlickrClient(vertx, config);
    owner = new SourceOwner(vertx, event, SOURCE, tenure -> List.of(reader(tenure)));
    return owner.start();
  }

  @Override
  public Future<?> stop() {
    return owner.stop().eventually(() -> client.close());
  }

  private SourceReader reader(Tenure tenure) {
    SourceContext context = new SourceContext(tenure, SOURCE);
    FlickrIntake intake = new FlickrIntake(event, context.counters());
    FlickrTuning tuning = config.tuning();
    PollReader.Rhythm rhythm =
        new PollReader.Rhythm(tuning.every(), tuning.settle(), tuning.backoff());
    if (!config.hasKey()) {
      PollReader.Poll feed = new FlickrFeedPoll(client, config, intake);
      return new PollReader(context, feed, rhythm, FlickrFeedPoll.REMARK);
    }
    Displayed displayed = new Displayed(vertx, event, SOURCE, tuning.checked());
    FlickrChecks checks = new FlickrChecks(client, displayed, tuning);
    return new PollReader(context, new FlickrSearch(client, config, checks, intake), rhythm);
  }
}
