package afa.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Frames of Jetstream for tests, in the shape of the real ones. */
final class Frames {
  static final String DID = "did:plc:quaysidequaysidequays";
  static final String OTHER = "did:plc:lanternlanternlantern";
  static final String CID = "bafkreihopscotchhopscotchhopscotchhopscotchhopscotchhops";
  static final long TIME = 1_800_000_000_000_000L; // 2027-01-15T08:00:00Z
  static final Interest INTEREST =
      new Interest(List.of("Ropewalk26"), List.of("ropewalk conference"), true);

  private Frames() {}

  static JsonObject record(String text) {
    return new JsonObject()
        .put("$type", "app.bsky.feed.post")
        .put("createdAt", "2027-01-15T07:59:58.000Z")
        .put("langs", new JsonArray().add("en"))
        .put("text", text);
  }

  /** A facet over the first place where that part stands. */
  static JsonObject facet(String text, String part, JsonObject feature) {
    int start = text.substring(0, text.indexOf(part)).getBytes(StandardCharsets.UTF_8).length;
    return facet(start, start + part.getBytes(StandardCharsets.UTF_8).length, feature);
  }

  static JsonObject facet(int start, int end, JsonObject feature) {
    return new JsonObject()
        .put("index", new JsonObject().put("byteStart", start).put("byteEnd", end))
        .put("features", new JsonArray().add(feature));
  }

  static JsonObject tag(String tag) {
    return new JsonObject().put("$type", "app.bsky.richtext.facet#tag").put("tag", tag);
  }

  static JsonObject link(String uri) {
    return new JsonObject().put("$type", "app.bsky.richtext.facet#link").put("uri", uri);
  }

  static JsonObject mention(String did) {
    return new JsonObject().put("$type", "app.bsky.richtext.facet#mention").put("did", did);
  }

  static JsonObject blob() {
    return new JsonObject()
        .put("$type", "blob")
        .put("ref", new JsonObject().put("$link", CID))
        .put("mimeType", "image/jpeg")
        .put("size", 71_000);
  }

  static JsonObject picture(String alt, int width, int height) {
    return new JsonObject()
        .put("alt", alt)
        .put("aspectRatio", new JsonObject().put("width", width).put("height", height))
        .put("image", blob());
  }

  static JsonObject reference(String rkey) {
    return new JsonObject()
        .put("cid", CID)
        .put("uri", "at://" + OTHER + "/app.bsky.feed.post/" + rkey);
  }

  static JsonObject labels(String... values) {
    JsonArray list = new JsonArray();
    for (String value : values) list.add(new JsonObject().put("val", value));
    return new JsonObject().put("$type", "com.atproto.label.defs#selfLabels").put("values", list);
  }

  /** A frame about a post in the old format; no record for a deletion. */
  static String v1(String operation, String rkey, JsonObject record) {
    JsonObject commit = new JsonObject()
        .put("rev", "3mquayside22k")
        .put("operation", operation)
        .put("collection", "app.bsky.feed.post")
        .put("rkey", rkey);
    if (record != null) commit.put("record", record).put("cid", CID);
    return v1("commit", commit);
  }

  static String v1(String kind, JsonObject body) {
    return new JsonObject()
        .put("did", DID)
        .put("time_us", TIME)
        .put("kind", kind)
        .put(kind, body)
        .encode();
  }

  /** The same in the new one. */
  static String v2(String operation, String rkey, JsonObject record) {
    JsonObject payload = v2("commit")
        .put("rev", "3mquayside22k")
        .put("operation", operation)
        .put("collection", "app.bsky.feed.post")
        .put("rkey", rkey);
    if (record != null) payload.put("cid", CID).put("record", record);
    return message(payload);
  }

  static JsonObject v2(String kind) {
    return new JsonObject()
        .put("$type", "network.bsky.jetstream.subscribeEvents#" + kind)
        .put("seq", 812_000_000)
        .put("did", DID)
        .put("time", "2027-01-15T08:00:00.000000Z");
  }

  static String message(JsonObject payload) {
    return new JsonObject().put("$type", "message").put("payload", payload).encode();
  }

  static JsonNode json(JsonObject object) {
    return BlueskyJson.object(object.encode()).orElseThrow();
  }
}
