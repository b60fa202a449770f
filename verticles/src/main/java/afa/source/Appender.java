package afa.source;

import afa.bus.BusFailure;
import afa.feed.Coverage;
import afa.feed.Post;
import afa.message.AppendPosts;
import afa.message.Appended;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A source's way to the store. Posts leave in the order they came, one batch at a time; a batch that
 * the store does not confirm is sent again until it does, for a repeated post keeps its number. A
 * batch that the store refuses is sent in ever smaller ones, until the post it minds is alone; that
 * one is dropped, counted as malformed, and the rest goes on in its order. When another node has
 * taken over, all of it is dropped: that one reads it again from the cursor.
 *
 * <p>It never refuses a post. When more wait than the bound it tells the source to stop reading, and
 * once half of them are stored to go on. To be used on the event loop of its verticle only.
 */
public final class Appender {
  private static final Logger log = LoggerFactory.getLogger(Appender.class);
  /** How long a stop waits for the store to take what is left; the rest is asked for again later. */
  private static final Duration LAST_WORDS = Duration.ofSeconds(2);

  /**
   * How much may wait, and how failed appends are tried again.
   *
   * @param bound posts that may wait, 1 or more; 20,000 are about 40 MB
   * @param backoff waits between attempts
   */
  public record Config(int bound, BackoffRules backoff) {
    public static final Config DEFAULT = new Config(20_000, BackoffRules.HOUSE);
  }

  /** Called on the verticle's event loop. */
  public interface Brake {
    /** Too much waits: read no more. */
    void stopReading();

    /** There is room again. */
    void goOn();
  }

  private final Vertx vertx;
  private final String event;
  private final Tenure tenure;
  private final String source;
  private final Config config;
  private final SourceCounters counters;
  private final Brake brake;
  private final Backoff backoff;
  private final Outbox outbox = new Outbox();
  private final Promise<Void> emptied = Promise.promise();
  /** Sent, or to be sent again; null when there is nothing to send. */
  private Outbox.@Nullable Batch underWay;

  private int most = AppendPosts.MAX_POSTS; // posts of a batch; fewer while looking for a bad one
  private @Nullable String epoch; // of the log that cursors and coverages are for
  private boolean full;
  private boolean closing;
  private boolean failing;
  private boolean dropped; // the first is for a person to see, all are counted

  public Appender(
      Tenure tenure, String source, Config config, SourceCounters counters, Brake brake) {
    this.tenure = tenure;
    this.vertx = tenure.vertx();
    this.event = tenure.event();
    this.source = source;
    this.config = config;
    this.counters = counters;
    this.brake = brake;
    this.backoff = new Backoff(config.backoff());
  }

  /**
   * Takes what a source brings.
   *
   * @param posts each counted as received
   * @param cursor where asking goes on once these and all earlier posts are stored; null leaves it
   * @param retracted identities of posts that are gone
   * @param coverage what the log has of the source's time once all this is stored; null leaves it
   * @return completes when all of it is stored, however long that takes; never when another node
   *     has taken over
   */
  public Future<Stored> add(
      List<Post> posts,
      List<String> retracted,
      @Nullable String cursor,
      @Nullable Coverage coverage) {
    if (tenure.isOver()) return Promise.<Stored>promise().future();
    Outbox.Delivery delivery = outbox.add(posts, retracted, cursor, coverage);
    measure();
    if (underWay == null) sendNext();
    return delivery.stored.future();
  }

  /**
   * Says which life of the log cursors and coverages belong to from now on; the store leaves them
   * out in any other. Null until there is a log: then it is the one that takes the first batch.
   */
  public void belongsTo(@Nullable String life) {
    epoch = life;
  }

  /** Whether the source was told to stop reading. */
  public boolean isFull() {
    return full;
  }

  /** Stops sending at once when the tenure is over, else once all is stored, an attempt fails, or two seconds have passed. */
  public Future<Void> close() {
    closing = true;
    if (underWay == null || failing || tenure.isOver()) return Future.succeededFuture();
    return emptied
        .future()
        .timeout(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)
        .otherwiseEmpty();
  }

  private void sendNext() {
    underWay = outbox.isEmpty() ? null : outbox.take(event, source, most, epoch);
    if (underWay != null) send(underWay);
    else emptied.tryComplete();
  }

  private void send(Outbox.Batch batch) {
    tenure.append(batch.request()).onSuccess(answer -> stored(batch, answer)).onFailure(failure -> {
      if (tenure.isOver()) dropAll();
      else if (isRefusal(failure)) refused(batch, failure);
      else sendAgain(batch, failure);
    });
  }

  /** Whoever waits for it is told nothing: it will be stored, by another node. */
  private void dropAll() {
    closing = true;
    underWay = null;
    outbox.clear();
    emptied.tryComplete();
    measure();
  }

  private static boolean isRefusal(Throwable failure) {
    return failure instanceof BusFailure told && told.kind() == BusFailure.Kind.INVALID;
  }

  private void stored(Outbox.Batch batch, Appended answer) {
    answered();
    if (epoch == null) epoch = answer.epoch();
    counters.stored(batch.request().posts().size(), answer);
    underWay = null;
    batch.settle(answer);
    measure();
    if (underWay == null) sendNext();
  }

  private void answered() {
    if (failing) log.info("The store takes posts again: event={} source={}", event, source);
    failing = false;
    backoff.succeeded();
  }

  private void refused(Outbox.Batch batch, Throwable failure) {
    answered();
    underWay = null;
    if (batch.size() > 1) {
      most = Math.max(1, batch.longest() / 2);
      outbox.putBack(batch.entries());
    } else {
      most = AppendPosts.MAX_POSTS;
      drop(batch, failure);
    }
    measure();
    sendNext();
  }

  /** A post of its own; what vouches for it is not to blame, and goes on unless it was alone. */
  private void drop(Outbox.Batch batch, Throwable failure) {
    if (!batch.request().posts().isEmpty()) counters.malformed();
    if (batch.size() > 0) outbox.putBack(batch.rest());
    else batch.settle(new Appended("", 0, List.of(), 0, 0, 0, 0));
    if (dropped) return;
    dropped = true;
    log.error(
        "The store refuses something, which is dropped; more of it is only counted:"
            + " event={} source={} what={}",
        event,
        source,
        batch.name(),
        failure);
  }

  private void sendAgain(Outbox.Batch batch, Throwable failure) {
    if (!failing) {
      log.warn(
          "The store takes no posts: event={} source={} waiting={}",
          event,
          source,
          waiting(),
          failure);
    }
    failing = true;
    if (closing) {
      emptied.tryComplete();
      return;
    }
    vertx.setTimer(Math.max(1, backoff.afterOurs().toMillis()), timer -> {
      if (!closing) send(batch);
    });
  }

  private void measure() {
    counters.waiting(waiting());
    if (!full && waiting() >= config.bound()) {
      full = true;
      counters.paused();
      brake.stopReading();
    } else if (full && waiting() <= config.bound() / 2) {
      full = false;
      brake.goOn();
    }
  }

  private int waiting() {
    return outbox.size() + (underWay == null ? 0 : underWay.request().posts().size());
  }
}
