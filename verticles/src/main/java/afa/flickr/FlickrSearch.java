package afa.flickr;

import afa.source.Harvest;
import afa.source.PollReader;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Looks at Flickr with a key: search, groups, and a few photos on display. */
final class FlickrSearch implements PollReader.Poll {
  private final FlickrClient client;
  private final FlickrConfig config;
  private final FlickrChecks checks;
  private final FlickrIntake intake;
  private Instant nextHistory = Instant.EPOCH;

  FlickrSearch(FlickrClient client, FlickrConfig config, FlickrChecks checks, FlickrIntake intake) {
    this.client = client;
    this.config = config;
    this.checks = checks;
    this.intake = intake;
  }

  @Override
  public Future<Harvest> poll(String cursor, Instant now) {
    Instant newest = FlickrCursor.read(cursor);
    boolean history = newest == null || !now.isBefore(nextHistory);
    Instant from = from(newest, history, now);
    FlickrFound found = new FlickrFound(config.tuning().mostPages());
    return find(found, from, now).compose(done -> checks.gone(now)).map(gone -> {
      if (history) nextHistory = now.plus(config.tuning().historyEvery());
      // Of the first look it can be said how far back it went.
      if (newest == null && found.reachedBackTo() == null) found.reached(from);
      Instant least = newest == null ? from : newest;
      return intake.take(found, gone, FlickrCursor.next(least, found.photos(), now), now);
    });
  }

  /** Where the look begins; a later history never hides what is new since the cursor. */
  private Instant from(Instant newest, boolean history, Instant now) {
    Instant early = now.minus(config.tuning().history());
    if (newest == null) return early;
    Instant usual = newest.minus(config.tuning().lookBack());
    return history && early.isBefore(usual) ? early : usual;
  }

  private Future<Void> find(FlickrFound found, Instant from, Instant now) {
    Function<Map<String, String>, Future<Void>> search =
        what -> new FlickrWalk(client, config, found, now).walk(what, from);
    Function<String, Future<Void>> pool =
        group -> new FlickrPool(client, config, found, from).read(group);
    return oneByOne(config.query().searches(), search)
        .compose(done -> oneByOne(config.query().groups(), pool));
  }

  private static <T> Future<Void> oneByOne(List<T> list, Function<T, Future<Void>> step) {
    Future<Void> done = Future.succeededFuture();
    for (T element : list) done = done.compose(before -> step.apply(element));
    return done;
  }
}
