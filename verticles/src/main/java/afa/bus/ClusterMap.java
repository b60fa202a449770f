package afa.bus;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.shareddata.AsyncMap;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A few texts that all nodes of the cluster have in common, for as long as one of them lives. Every
 * step fails when the cluster does not answer in time.
 */
public final class ClusterMap {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final AsyncMap<String, String> map;

  private ClusterMap(AsyncMap<String, String> map) {
    this.map = map;
  }

  /**
   * The map of that name.
   *
   * @param name the same on all nodes
   */
  public static Future<ClusterMap> open(Vertx vertx, String name) {
    return bounded(vertx.sharedData().<String, String>getAsyncMap(name)).map(ClusterMap::new);
  }

  /** Puts a text where there is none; completes with the one that is there now. */
  public Future<String> putIfAbsent(String key, String value) {
    return bounded(map.putIfAbsent(key, value)).map(before -> before == null ? value : before);
  }

  /** Puts a text that is forgotten after a while. */
  public Future<Void> put(String key, String value, Duration kept) {
    return bounded(map.put(key, value, kept.toMillis()));
  }

  /** All texts. */
  public Future<List<String>> values() {
    return bounded(map.values());
  }

  private static <T> Future<T> bounded(Future<T> step) {
    return step.timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
  }
}
