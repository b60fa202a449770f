package afa.supervisor;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The newest word of people about each verticle; who was never spoken of is to run.
 *
 * @param byKey {@code node/verticle}, or {@code verticle} where one in the cluster works
 */
record Wishes(Map<String, Wish> byKey) {
  static final Wishes NONE = new Wishes(Map.of());

  Wishes {
    byKey = Map.copyOf(byKey);
  }

  boolean wantsToRun(String key) {
    Wish wish = byKey.get(key);
    return wish == null || wish.run();
  }

  /** A person spoke. Later words win, also where clocks differ: it counts as later than the last. */
  Wishes with(String key, boolean run, Instant now, String who) {
    Wish last = byKey.get(key);
    Instant at = last == null || last.at().isBefore(now) ? now : last.at().plusMillis(1);
    return merge(new Wishes(Map.of(key, new Wish(run, at, who))));
  }

  /** Of each verticle what was said last, here or there. */
  Wishes merge(Wishes other) {
    Map<String, Wish> both = new HashMap<>(byKey);
    other.byKey.forEach((key, wish) -> both.merge(key, wish, Wish::newer));
    return new Wishes(both);
  }

  static String toJson(Wish wish) {
    return object(wish).encode();
  }

  private static JsonObject object(Wish wish) {
    return new JsonObject()
        .put("run", wish.run())
        .put("at", wish.at().toString())
        .put("who", wish.who());
  }

  /** Empty where that is no wish: what a newer version wrote must not stop an older one. */
  static Optional<Wish> wish(Object json) {
    try {
      JsonObject read = json instanceof JsonObject object ? object : new JsonObject("" + json);
      return Optional.of(new Wish(
          read.getBoolean("run"), Instant.parse(read.getString("at")), read.getString("who", "")));
    } catch (DecodeException
        | DateTimeException
        | ClassCastException
        | NullPointerException unreadable) {
      return Optional.empty();
    }
  }

  String toJson() {
    JsonObject all = new JsonObject();
    new TreeMap<>(byKey).forEach((key, wish) -> all.put(key, object(wish)));
    return all.encodePrettily();
  }

  /**
   * What {@link #toJson()} wrote.
   *
   * @throws DecodeException when it is no JSON
   */
  static Wishes parse(String json) {
    Map<String, Wish> read = new HashMap<>();
    new JsonObject(json)
        .forEach(entry -> wish(entry.getValue()).ifPresent(w -> read.put(entry.getKey(), w)));
    return new Wishes(read);
  }
}
