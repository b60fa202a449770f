package afa.rehearsal.flickr;

import afa.rehearsal.Photo;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Photos as Flickr's API writes them. */
final class PhotoJson {
  /** Field of the extras, suffix of the address, longest side in pixels. */
  private record Size(String field, String suffix, int side) {}

  private static final List<Size> SIZES = List.of(
      new Size("t", "_t", 100),
      new Size("s", "_m", 240),
      new Size("n", "_n", 320),
      new Size("w", "_w", 400),
      new Size("m", "", 500),
      new Size("z", "_z", 640),
      new Size("c", "_c", 800),
      new Size("l", "_b", 1_024),
      new Size("h", "_h", 1_600),
      new Size("k", "_k", 2_048));
  private static final int OWN_SECRET_FROM = 1_600;

  private final Album album;
  private final Supplier<String> url;
  private final Mood mood;

  PhotoJson(Album album, Supplier<String> url, Mood mood) {
    this.album = album;
    this.url = url;
    this.mood = mood;
  }

  /** An element of a list. */
  JsonObject listed(SimPhoto photo, Set<String> extras, Instant now) {
    JsonObject json = new JsonObject()
        .put("id", photo.key())
        .put("owner", Album.nsid(photo.owner()))
        .put("secret", PictureRoutes.secret(photo.picture()))
        .put("server", Integer.toString(PictureRoutes.SERVER))
        .put("farm", 66)
        .put("title", photo.text().title())
        .put("ispublic", mood.number(1))
        .put("isfriend", mood.number(0))
        .put("isfamily", mood.number(0));
    addExtras(json, photo, extras, now);
    SIZES.stream()
        .filter(size -> extras.contains("url_" + size.field()))
        .forEach(size -> addSize(json, photo.picture(), photo.key(), size));
    return json;
  }

  private void addExtras(JsonObject json, SimPhoto photo, Set<String> extras, Instant now) {
    boolean ready = photo.visibility() != SimPhoto.Visibility.PROCESSING;
    JsonObject all = new JsonObject()
        .put("description", new JsonObject().put("_content", photo.text().description()))
        .put("license", "4")
        .put("date_upload", Long.toString(photo.uploaded().getEpochSecond()))
        .put("last_update", Long.toString(photo.updated(now).getEpochSecond()))
        .put("owner_name", photo.owner().name())
        .put("tags", String.join(" ", shownTags(photo, now)))
        .put("path_alias", alias(photo))
        .put("media", ready ? "photo" : "video");
    for (String extra : all.fieldNames()) {
      // As at Flickr, the answer's name of some fields is not the one they are asked for by.
      String name = extra.equals("last_update") ? "lastupdate" : extra.replace("_", "");
      if (extras.contains(extra)) json.put(name, all.getValue(extra));
    }
    if (extras.contains("media")) json.put("media_status", ready ? "ready" : "processing");
    if (extras.contains("icon_server")) json.put("iconserver", "5555").put("iconfarm", 6);
  }

  private static List<String> shownTags(SimPhoto photo, Instant now) {
    List<String> tags = new ArrayList<>(photo.tags(now));
    tags.add("vision:indoor=0" + photo.picture().seed() % 1_000); // Flickr adds such by itself
    return tags;
  }

  /** Strangers have none. */
  private String alias(SimPhoto photo) {
    return album.isOfTheScript(photo.owner()) ? photo.owner().handle() : null;
  }

  /** A size that a photo is too small for is not there. */
  private void addSize(JsonObject json, Photo picture, String id, Size size) {
    int width = picture.scene().width();
    int height = picture.scene().height();
    int longest = Math.max(width, height);
    if (size.side() > longest) return;
    boolean large = size.side() >= OWN_SECRET_FROM;
    String secret = large ? PictureRoutes.largeSecret(picture) : PictureRoutes.secret(picture);
    json.put("url_" + size.field(), stem(id, secret) + size.suffix() + ".jpg")
        .put(
            "width_" + size.field(),
            mood.number(Math.round((double) width * size.side() / longest)))
        .put(
            "height_" + size.field(),
            mood.number(Math.round((double) height * size.side() / longest)));
  }

  /** Address of the small picture, as feeds have it. */
  String small(SimPhoto photo) {
    return stem(photo.key(), PictureRoutes.secret(photo.picture())) + "_m.jpg";
  }

  private String stem(String id, String secret) {
    return url.get() + PictureRoutes.PATH + "/" + PictureRoutes.SERVER + "/" + id + "_" + secret;
  }

  /** Where a photo stands. */
  String page(SimPhoto photo) {
    return "https://www.flickr.com/photos/" + path(photo) + "/" + photo.key() + "/";
  }

  String path(SimPhoto photo) {
    String alias = alias(photo);
    return alias == null ? Album.nsid(photo.owner()) : alias;
  }

  /** What getInfo tells. */
  JsonObject info(SimPhoto photo, Instant now) {
    JsonArray tags = new JsonArray();
    photo.tags(now).forEach(tag -> tags.add(new JsonObject().put("raw", tag).put("_content", tag)));
    return new JsonObject()
        .put("id", photo.key())
        .put("secret", PictureRoutes.secret(photo.picture()))
        .put("title", new JsonObject().put("_content", photo.text().title()))
        .put("description", new JsonObject().put("_content", photo.text().description()))
        .put("visibility", new JsonObject().put("ispublic", mood.number(1)))
        .put(
            "dates",
            new JsonObject()
                .put("posted", Long.toString(photo.uploaded().getEpochSecond()))
                .put("lastupdate", Long.toString(photo.updated(now).getEpochSecond())))
        .put("usage", new JsonObject().put("canblog", 0).put("canshare", mood.number(1)))
        .put("tags", new JsonObject().put("tag", tags))
        .put("media", "photo");
  }
}
