package afa.source;

import afa.bus.BusFailure;
import afa.feed.Post;
import afa.message.Addresses;
import afa.message.AppendPosts;
import afa.message.Appended;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A source's way to the store. Posts leave in the order they came, one batch at a time; a batch that
 * the store does not confirm is sent again until it does, for a repeated post keeps its number. A
 * batch that the store refuses is sent in ever smaller ones, until the post it minds is alone; that
 * one is dropped, counted as malformed, and the rest goes on in its order.
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
  private final String source;
  private final Config config;
  private final SourceCounters counters;
  private final Brake brake;
  private final Backoff backoff;
  private final Outbox outbox = new Outbox();
  private final Promise<Void> emptied = Promise.promise();
  private AppendPosts underWay; // sent, or to be sent again; null when there is nothing to send
  private int most = AppendPosts.MAX_POSTS; // posts of a batch; fewer while looking for a bad one
  private boolean full;
  private boolean closing;
  private boolean failing;
  private boolean dropped; // the first is for a person to see, all are counted

  public Appender(
      Vertx vertx,
      String event,
      String source,
      Config config,
      SourceCounters counters,
      Brake brake) {
    this.vertx = vertx;
    this.event = event;
    this.source = source;
    this.config = config;
    this.counters = counters;
    this.brake = brake;
    this.backoff = new Backoff(config.backoff());
  }

  /**
   * Takes posts, each of which the source has counted as received.
   *
   * @param cursor where asking goes on once these and all earlier posts are stored; null leaves it
   */
  public void add(List<Post> posts, String cursor) {
    outbox.add(posts, cursor);
    measure();
    if (underWay == null) sendNext();
  }

  /** Whether the source was told to stop reading. */
  public boolean isFull() {
    return full;
  }

  /** Stops sending once all is stored, an attempt fails, or two seconds have passed. */
  public Future<Void> close() {
    closing = true;
    if (underWay == null || failing) return Future.succeededFuture();
    return emptied
        .future()
        .timeout(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)
        .otherwiseEmpty();
  }

  private void sendNext() {
    underWay = outbox.isEmpty() ? null : outbox.take(event, source, most);
    if (underWay != null) send();
    else emptied.tryComplete();
  }

  private void send() {
    Addresses.APPEND.call(vertx.eventBus(), underWay).onSuccess(this::stored).onFailure(failure -> {
      if (isRefusal(failure)) refused(failure);
      else sendAgain(failure);
    });
  }

  private static boolean isRefusal(Throwable failure) {
    return failure instanceof BusFailure told && told.kind() == BusFailure.Kind.INVALID;
  }

  private void stored(Appended answer) {
    answered();
    counters.stored(underWay.posts().size(), answer.added());
    underWay = null;
    measure();
    sendNext();
  }

  private void answered() {
    if (failing) log.info("The store takes posts again: event={} source={}", event, source);
    failing = false;
    backoff.succeeded();
  }

  private void refused(Throwable failure) {
    answered();
    AppendPosts batch = underWay;
    underWay = null;
    int size = batch.posts().size();
    if (size > 1) {
      most = size / 2;
      outbox.putBack(batch);
    } else {
      most = AppendPosts.MAX_POSTS;
      drop(batch, failure);
    }
    measure();
    sendNext();
  }

  /** A post of its own; its cursor is not to blame, and goes on unless it was alone. */
  private void drop(AppendPosts batch, Throwable failure) {
    if (!batch.posts().isEmpty()) {
      counters.malformed();
      outbox.putBack(new AppendPosts(event, source, List.of(), batch.cursor()));
    }
    if (dropped) return;
    dropped = true;
    String id =
        batch.posts().isEmpty() ? "none, a cursor" : batch.posts().get(0).id();
    log.error(
        "The store refuses a post, which is dropped; more of them are only counted:"
            + " event={} source={} id={}",
        event,
        source,
        id,
        failure);
  }

  private void sendAgain(Throwable failure) {
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
    Duration wait = backoff.next(
        Backoff.Cause.SERVER, Duration.ZERO, ThreadLocalRandom.current().nextDouble());
    vertx.setTimer(Math.max(1, wait.toMillis()), timer -> {
      if (!closing) send();
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
    return outbox.size() + (underWay == null ? 0 : underWay.posts().size());
  }
}
