package afa.rehearsal.x;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** Answers of the API, in the old or the new spelling of names. */
final class Replies {
  private static final Map<String, String> NEW_NAMES = Map.of(
      "tweets", "posts",
      "note_tweet", "note_post",
      "referenced_tweets", "referenced_posts",
      "edit_history_tweet_ids", "edit_history_post_ids");

  private final boolean newSpelling;
  private final InstantSource clock;
  private Instant respelledUntil = Instant.MIN;

  Replies(boolean newSpelling, InstantSource clock) {
    this.newSpelling = newSpelling;
    this.clock = clock;
  }

  /** Until then names are written in the other spelling. */
  void respell(Instant until) {
    respelledUntil = until;
  }

  Future<Void> ok(HttpServerResponse response, JsonObject body) {
    return json(response, 200, "application/json; charset=utf-8", body);
  }

  Future<Void> created(HttpServerResponse response, JsonObject body) {
    return json(response, 201, "application/json; charset=utf-8", body);
  }

  Future<Void> problem(HttpServerResponse response, int status, JsonObject problem) {
    return json(response, status, "application/problem+json", problem);
  }

  private Future<Void> json(HttpServerResponse response, int status, String type, JsonObject body) {
    return response.setStatusCode(status).putHeader("content-type", type).end(encode(body));
  }

  /** The text of an answer or of a line. */
  String encode(JsonObject body) {
    boolean other = clock.instant().isBefore(respelledUntil);
    return (newSpelling != other ? renamed(body) : body).encode();
  }

  private static JsonObject renamed(JsonObject old) {
    JsonObject renamed = new JsonObject();
    old.forEach(field -> renamed.put(
        NEW_NAMES.getOrDefault(field.getKey(), field.getKey()), renamed(field.getValue())));
    return renamed;
  }

  private static Object renamed(Object value) {
    if (value instanceof JsonObject object) return renamed(object);
    if (!(value instanceof JsonArray array)) return value;
    JsonArray renamed = new JsonArray();
    array.forEach(element -> renamed.add(renamed(element)));
    return renamed;
  }
}
