package afa.bluesky;

import afa.source.Displayed;
import afa.source.SourceContext;
import afa.source.SourceOwner;
import afa.source.SourceReader;
import afa.source.StreamReader;
import afa.source.Tenure;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.WebSocketClient;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Brings the posts of an event from Bluesky into its log. One in the cluster reads. */
public final class BlueskyStreamVerticle extends VerticleBase {
  /** The name of this source in posts, cursors and event files. */
  public static final String SOURCE = RecordParser.SOURCE;

  /** Accounts that vanish take so many of their posts with them, those of earlier runs too. */
  private static final int DISPLAYED = 2_000;

  private final String event;
  private final BlueskyConfig config;
  private AppView appView;
  private WebSocketClient sockets;
  private SourceOwner owner;

  /**
   * @param event whose log gets the posts
   */
  public BlueskyStreamVerticle(String event, BlueskyConfig config) {
    this.event = event;
    this.config = config;
  }

  @Override
  public Future<?> start() {
    appView = new AppView(vertx, config.api(), config.tuning().answer());
    sockets = Jetstream.client(vertx, config.tuning());
    owner = new SourceOwner(vertx, event, SOURCE, this::readers);
    return owner.start();
  }

  @Override
  public Future<?> stop() {
    return owner.stop().eventually(() -> appView.close()).eventually(() -> sockets.close());
  }

  private List<SourceReader> readers(Tenure tenure) {
    BlueskyTuning tuning = config.tuning();
    SourceContext context = new SourceContext(tenure, SOURCE, tuning.appender());
    Shelf shelf = new Shelf();
    Jetstream jetstream = new Jetstream(context, config, desk(context, shelf), sockets);
    Displayed displayed = new Displayed(vertx, event, SOURCE, DISPLAYED);
    return List.of(
        new StreamReader(context, jetstream, tuning.stream()),
        new DisplayCheck(context, appView, displayed, shelf, tuning.checkEvery()));
  }

  private Desk desk(SourceContext context, Shelf shelf) {
    BlueskyTuning tuning = config.tuning();
    Interest interest = config.interest();
    RecordParser parser = new RecordParser(interest, config.replies(), new Pages(config.cdn()));
    Batcher<Profile> names = new Batcher<>(vertx, appView::profiles, tuning.batches());
    Profiles profiles = new Profiles(
        names::get,
        wait -> vertx.timer(Math.max(1, wait.toMillis()), TimeUnit.MILLISECONDS).mapEmpty(),
        new Profiles.Rhythm(tuning.profileLife(), tuning.patience()),
        InstantSource.system());
    Quotes quotes = new Quotes(new Batcher<>(vertx, appView::posts, tuning.batches()), parser);
    return new Desk(interest, parser, profiles, quotes, shelf, context.counters(), config.bots());
  }
}
