package afa.bluesky;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Asks for many things with one request: what is wanted within a moment is asked for together. A
 * request that fails is repeated once; after that futures fail, for a while at once. For one event
 * loop.
 *
 * @param <V> what is known of a key
 */
final class Batcher<V> {
  /** Most that the network answers at once (2026-08). */
  static final int MOST = 25;

  /** Requests that may be open at once; more would wait for a connection, and in vain. */
  private static final int MOST_OPEN = 3;

  private final Vertx vertx;
  private final Function<List<String>, Future<Map<String, V>>> ask;
  private final Rhythm rhythm;
  private final Map<String, Promise<Optional<V>>> wanted = new LinkedHashMap<>();
  private int open;
  private boolean collecting;
  private boolean resting;

  /**
   * Times.
   *
   * @param collect how long wants are gathered
   * @param repeat wait before the second attempt
   * @param rest how long nothing is asked after that failed too
   */
  record Rhythm(Duration collect, Duration repeat, Duration rest) {}

  /**
   * @param ask one request, for at most {@link #MOST} keys; what is not known is not in the answer
   */
  Batcher(Vertx vertx, Function<List<String>, Future<Map<String, V>>> ask, Rhythm rhythm) {
    this.vertx = vertx;
    this.ask = ask;
    this.rhythm = rhythm;
  }

  /** What the network knows of a key; empty when that is nothing. Fails when nobody answers. */
  Future<Optional<V>> get(String key) {
    if (resting) return Future.failedFuture("nobody answered a moment ago");
    Promise<Optional<V>> promise = wanted.computeIfAbsent(key, first -> Promise.promise());
    if (wanted.size() >= MOST) send();
    else collect();
    return promise.future();
  }

  private void collect() {
    if (collecting) return;
    collecting = true;
    vertx.setTimer(Math.max(1, rhythm.collect().toMillis()), due -> {
      collecting = false;
      send();
    });
  }

  private void send() {
    if (open == MOST_OPEN || wanted.isEmpty()) return;
    open++;
    Map<String, Promise<Optional<V>>> batch = new LinkedHashMap<>();
    Iterator<Map.Entry<String, Promise<Optional<V>>>> next = wanted.entrySet().iterator();
    while (next.hasNext() && batch.size() < MOST) {
      Map.Entry<String, Promise<Optional<V>>> want = next.next();
      batch.put(want.getKey(), want.getValue());
      next.remove();
    }
    List<String> keys = new ArrayList<>(batch.keySet());
    ask.apply(keys)
        .recover(failure -> vertx
            .timer(
                Math.max(1, rhythm.repeat().toMillis()), java.util.concurrent.TimeUnit.MILLISECONDS)
            .compose(due -> ask.apply(keys)))
        .onSuccess(answer ->
            batch.forEach((key, promise) -> promise.complete(Optional.ofNullable(answer.get(key)))))
        .onFailure(failure -> {
          rest();
          batch.values().forEach(promise -> promise.fail(failure));
        })
        .onComplete(done -> {
          open--;
          send();
        });
  }

  private void rest() {
    resting = true;
    vertx.setTimer(Math.max(1, rhythm.rest().toMillis()), over -> resting = false);
  }
}
