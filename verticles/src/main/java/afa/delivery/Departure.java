package afa.delivery;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The end of delivery on an event loop: streams are told when to come back and end, polls are
 * answered. Who is too slow to take that is waited for, and then cut off; nobody loses anything, as a
 * reader comes back with its number.
 */
final class Departure {
  private static final Logger log = LoggerFactory.getLogger(Departure.class);

  private final List<EventFeed> feeds;
  private final int streams;
  private final Promise<Void> over = Promise.promise();

  /**
   * @param feeds all that are served
   */
  Departure(List<EventFeed> feeds) {
    this.feeds = feeds;
    this.streams = feeds.stream().mapToInt(feed -> feed.streams().size()).sum();
  }

  /** Completes when everybody is gone, or was cut off. */
  Future<Void> over() {
    return over.future();
  }

  /**
   * Tells everybody.
   *
   * @param toOthers whether they go to other nodes; else they wait for this one
   */
  void begin(Vertx vertx, DrainConfig config, boolean toOthers) {
    ComeBack comeBack = ComeBack.of(streams, config.spread(), toOthers);
    LongSupplier retry = () -> comeBack.millis(ThreadLocalRandom.current().nextDouble());
    Future.join(feeds.stream().map(feed -> feed.leave(retry)).toList())
        .onComplete(gone -> over.tryComplete());
    Duration limit = config.limit(toOthers);
    if (limit.isZero()) cut();
    else vertx.setTimer(limit.toMillis(), late -> cut());
  }

  private void cut() {
    if (over.future().isComplete()) return;
    int left = feeds.stream().mapToInt(feed -> feed.streams().size()).sum();
    log.info("Readers were too slow to leave and are cut off: streams={} of={}", left, streams);
    feeds.forEach(feed -> feed.streams().cut());
    over.tryComplete();
  }
}
