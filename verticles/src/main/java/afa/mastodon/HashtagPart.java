package afa.mastodon;

import afa.source.Bookmark;
import afa.source.Harvest;
import afa.source.PollReader;
import afa.source.SourceContext;
import afa.source.SourceProblem;
import afa.source.SourceReader;
import afa.source.StreamReader;
import afa.source.StreamTuning;
import afa.source.Tenure;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a hashtag at a server: by its stream where there is a token and the server streams, else by
 * asking; a server that refused to stream is given another chance now and then.
 */
final class HashtagPart implements SourceReader {
  private static final Logger log = LoggerFactory.getLogger(HashtagPart.class);

  private final Vertx vertx;
  private final Tenure tenure;
  private final MastodonSite site;
  private final String tag;
  private SourceContext context;
  private SourceReader reader;
  private boolean changing;
  private boolean stopped;
  private long again = -1; // timer

  HashtagPart(Tenure tenure, MastodonSite site, String tag) {
    this.vertx = tenure.vertx();
    this.tenure = tenure;
    this.site = site;
    this.tag = tag;
  }

  @Override
  public void start() {
    if (site.server().hasToken()) stream();
    else poll();
  }

  @Override
  public Future<Void> stop() {
    stopped = true;
    vertx.cancelTimer(again);
    return reader == null ? Future.succeededFuture() : reader.stop();
  }

  /** The way to the store now; null before the start. */
  SourceContext context() {
    return context;
  }

  private void stream() {
    context = newContext();
    MastodonTuning tuning = site.config().tuning();
    reader = new StreamReader(
        context,
        new HashtagNetwork(context, site, tag, this::refused),
        new StreamTuning(tuning.overlap(), tuning.quiet(), tuning.backoff()));
    reader.start();
  }

  private void poll() {
    context = newContext();
    MastodonTuning tuning = site.config().tuning();
    StatusIntake intake =
        new StatusIntake(context.source(), context.counters(), site.ids(), site::decides);
    HashtagTimeline timeline = new HashtagTimeline(site, tag, intake);
    reader = new PollReader(
        context,
        (cursor, now) -> timeline.look(bare(cursor), now).map(harvest -> dated(harvest, now)),
        new PollReader.Rhythm(tuning.every(), Duration.ZERO, tuning.backoff()));
    reader.start();
  }

  private SourceContext newContext() {
    MastodonConfig config = site.config();
    String part = config.part(site.server(), tag);
    return new SourceContext(tenure, part, config.tuning().appender());
  }

  private void refused(SourceProblem problem) {
    if (changing || stopped) return;
    log.warn(
        "Asking instead of streaming: source={} reason={}", context.source(), problem.sentence());
    change(this::poll);
    long millis = site.config().tuning().streamAgain().toMillis();
    again = vertx.setTimer(millis, due -> change(this::stream));
  }

  private void change(Runnable begin) {
    changing = true;
    reader.stop().onComplete(done -> {
      changing = false;
      if (!stopped) begin.run();
    });
  }

  /** The cursor of a stream has the time before it. */
  private static String bare(String cursor) {
    return Bookmark.parse(cursor).map(Bookmark::cursor).orElse(null);
  }

  /** Written as a stream's cursor is, so that a stream can go on here. */
  private static Harvest dated(Harvest harvest, Instant at) {
    String cursor = harvest.cursor() == null ? null : new Bookmark(at, harvest.cursor()).toString();
    return new Harvest(
        harvest.posts(), harvest.retracted(), cursor, harvest.missing(), harvest.reachedBackTo());
  }
}
