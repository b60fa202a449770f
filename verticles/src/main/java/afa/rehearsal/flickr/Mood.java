package afa.rehearsal.flickr;

import io.vertx.core.json.JsonObject;
import java.util.random.RandomGenerator;

/** Flickr's moods: the same field is a number in one answer and a string in the next. */
final class Mood {
  private final RandomGenerator random;

  Mood(RandomGenerator random) {
    this.random = random;
  }

  Object number(long value) {
    return random.nextBoolean() ? (Object) value : Long.toString(value);
  }

  /** Whether something happens that happens once in so many times. */
  boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  /** What a failure looks like: mostly JSON, now and then XML although JSON was asked for. */
  String failure(int code, String message) {
    if (oneIn(4)) {
      return "<?xml version=\"1.0\" encoding=\"utf-8\" ?>\n<rsp stat=\"fail\">\n\t<err code=\""
          + code + "\" msg=\"" + SimText.escaped(message) + "\" />\n</rsp>";
    }
    String json = new JsonObject()
        .put("stat", "fail")
        .put("code", number(code))
        .put("message", message)
        .encode();
    return oneIn(4) ? "jsonFlickrApi(" + json + ")" : json;
  }
}
