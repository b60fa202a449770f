package afa.rehearsal.bluesky;

import afa.rehearsal.Draft;
import afa.rehearsal.Photo;
import afa.rehearsal.PostKind;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The JSON of records, as apps write them. */
final class Records {
  static final String POST = "app.bsky.feed.post";
  static final String REPOST = "app.bsky.feed.repost";
  static final String LIKE = "app.bsky.feed.like";

  private static final String EMBED = "app.bsky.embed.";
  private static final int MOST_IMAGES = 4;
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Records() {}

  static String time(Instant instant) {
    return MILLIS.format(instant);
  }

  /**
   * The record of a post.
   *
   * @param of the post that it answers or quotes, null for none
   */
  static JsonObject post(Draft draft, Skeet of, Instant at) {
    RichText text = RichText.of(draft.text());
    JsonObject record = new JsonObject().put("$type", POST).put("createdAt", time(at));
    JsonObject quoted = draft.kind() == PostKind.QUOTE ? of.reference() : null;
    JsonObject embed = embed(draft.photos(), quoted);
    if (embed != null) record.put("embed", embed);
    if (!text.facets().isEmpty()) record.put("facets", text.facets());
    record.put("langs", new JsonArray().add(draft.lang()));
    if (draft.kind() == PostKind.REPLY) {
      record.put("reply", new JsonObject().put("parent", of.reference()).put("root", of.root()));
    }
    return record.put("text", text.text());
  }

  /** A like or a repost. */
  static JsonObject reaction(String type, JsonObject subject, Instant at) {
    return new JsonObject().put("$type", type).put("createdAt", time(at)).put("subject", subject);
  }

  private static JsonObject embed(List<Photo> photos, JsonObject quoted) {
    JsonObject record = quoted == null
        ? null
        : new JsonObject().put("$type", EMBED + "record").put("record", quoted);
    if (photos.isEmpty()) return record;
    JsonObject media = media(photos);
    if (record == null) return media;
    return new JsonObject()
        .put("$type", EMBED + "recordWithMedia")
        .put("media", media)
        .put("record", record);
  }

  private static JsonObject media(List<Photo> photos) {
    boolean gallery = photos.size() > MOST_IMAGES;
    JsonArray pictures = new JsonArray();
    for (Photo photo : photos) pictures.add(picture(photo, gallery));
    return new JsonObject()
        .put("$type", EMBED + (gallery ? "gallery" : "images"))
        .put(gallery ? "items" : "images", pictures);
  }

  private static JsonObject picture(Photo photo, boolean gallery) {
    JsonObject ratio = new JsonObject()
        .put("height", photo.scene().height())
        .put("width", photo.scene().width());
    JsonObject blob = new JsonObject()
        .put("$type", "blob")
        .put("ref", new JsonObject().put("$link", Names.cid(photo)))
        .put("mimeType", "image/jpeg")
        .put("size", 400_000 + photo.seed() % 100_000);
    JsonObject picture = new JsonObject();
    if (gallery) picture.put("$type", EMBED + "gallery#image");
    return picture
        .put("alt", photo.alt() == null ? "" : photo.alt())
        .put("aspectRatio", ratio)
        .put("image", blob);
  }
}
