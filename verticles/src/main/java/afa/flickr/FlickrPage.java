package afa.flickr;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A page of a list of photos.
 *
 * @param photos as they came
 * @param pages how many there are; what Flickr says is only ever too many
 * @param total how many photos there are, by Flickr's guess
 * @param tooFar whether Flickr gives no pages as late as this one
 */
record FlickrPage(List<JsonNode> photos, long pages, long total, boolean tooFar) {
  static final FlickrPage TOO_FAR = new FlickrPage(List.of(), 0, 0, true);

  /** Reads {@code {"photos": …}}; null when there is no list. */
  static FlickrPage read(JsonNode answer) {
    JsonNode list = answer.path("photos");
    JsonNode photos = list.path("photo");
    if (!photos.isArray()) return null;
    List<JsonNode> all = new ArrayList<>();
    photos.forEach(all::add);
    return new FlickrPage(
        all,
        FlickrJson.number(list, "pages").orElse(Long.MAX_VALUE),
        FlickrJson.number(list, "total").orElse(0),
        false);
  }
}
