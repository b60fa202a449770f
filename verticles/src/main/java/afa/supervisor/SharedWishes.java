package afa.supervisor;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.shareddata.AsyncMap;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What people want, as the cluster knows it and this node remembers it: the newest word wins, from
 * wherever it comes. Used in one thread only, which may wait for the disk.
 */
final class SharedWishes {
  private static final Logger log = LoggerFactory.getLogger(SharedWishes.class);
  private static final String MAP = "afa.wishes";
  private static final int PATIENCE_SECONDS = 5;

  private final Vertx vertx;
  private final WishFile file;
  private Wishes known;
  private boolean away; // whether the file could not be written: a change is logged

  SharedWishes(Vertx vertx, WishFile file) {
    this.vertx = vertx;
    this.file = file;
    this.known = file.read();
  }

  Wishes known() {
    return known;
  }

  /** A person spoke: written down here at once, told to the cluster by the next {@link #sync}. */
  void say(Wishes wishes) {
    if (wishes.equals(known)) return;
    known = wishes;
    try {
      file.write(known);
      away = false;
    } catch (IOException failure) {
      if (!away) log.warn("What people want cannot be written down", failure);
      away = true;
    }
  }

  /** Takes what others know and tells them what they do not; never fails, what is missed comes later. */
  Future<Void> sync() {
    return exchange()
        .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .onFailure(away -> log.debug("The wishes of the cluster were not to be had", away))
        .otherwiseEmpty();
  }

  private Future<Void> exchange() {
    return vertx.sharedData().<String, String>getAsyncMap(MAP).compose(map -> map.entries()
        .compose(entries -> {
          Wishes theirs = read(entries);
          say(known.merge(theirs));
          return tell(map, theirs);
        }));
  }

  private static Wishes read(Map<String, String> entries) {
    Map<String, Wish> wishes = new HashMap<>();
    entries.forEach((key, json) -> Wishes.wish(json).ifPresent(wish -> wishes.put(key, wish)));
    return new Wishes(wishes);
  }

  private Future<Void> tell(AsyncMap<String, String> map, Wishes theirs) {
    return Future.all(known.byKey().entrySet().stream()
            .filter(wish -> !wish.getValue().equals(theirs.byKey().get(wish.getKey())))
            .map(wish -> map.put(wish.getKey(), Wishes.toJson(wish.getValue())))
            .toList())
        .mapEmpty();
  }
}
