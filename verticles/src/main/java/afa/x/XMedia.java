package afa.x;

import afa.feed.Media;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Pictures and films of a post. */
final class XMedia {
  /** 360 lines high in practice; the next larger variant has three times the bytes. */
  private static final int MOST_BITS_PER_SECOND = 1_500_000;

  private static final int MOST_ALT = 1_000;
  private static final String PHOTO_HOST = "https://pbs.twimg.com/media/";

  private XMedia() {}

  /** What can be shown, by media key, in the order the author gave it. */
  static Map<String, Media> of(JsonNode post, XIncludes includes) {
    Map<String, Media> shown = new LinkedHashMap<>();
    for (JsonNode key : post.path("attachments").path("media_keys")) {
      read(includes.media(key.asText())).ifPresent(media -> shown.put(key.asText(), media));
    }
    return shown;
  }

  private static Optional<Media> read(JsonNode media) {
    String type = XJson.text(media, "type");
    if (type.equals("photo")) return photo(media, "url");
    if (!type.equals("video") && !type.equals("animated_gif")) return Optional.empty();
    Optional<String> film = film(media.path("variants"));
    // A film in a form that browsers do not play is still worth its picture.
    if (film.isEmpty()) return photo(media, "preview_image_url");
    Media.Kind kind = type.equals("video") ? Media.Kind.VIDEO : Media.Kind.GIF;
    String preview = XJson.url(media, "preview_image_url").orElse(null);
    return Optional.of(media(kind, film.get(), preview, media));
  }

  private static Optional<Media> photo(JsonNode media, String field) {
    return XJson.url(media, field).map(url -> media(Media.Kind.PHOTO, url, thumbnail(url), media));
  }

  private static Media media(Media.Kind kind, String url, String thumbnail, JsonNode media) {
    String alt = XText.label(XJson.text(media, "alt_text"), MOST_ALT);
    return new Media(
        kind,
        url,
        thumbnail,
        pixels(media, "width"),
        pixels(media, "height"),
        alt.isEmpty() ? null : alt);
  }

  private static Integer pixels(JsonNode media, String side) {
    return XJson.integer(media, side).filter(n -> n > 0).orElse(null);
  }

  /** Only X's own host makes smaller pictures; 680 pixels at most is what it calls small. */
  private static String thumbnail(String url) {
    boolean plain = url.startsWith(PHOTO_HOST) && url.indexOf('?') < 0;
    return plain ? url + "?format=jpg&name=small" : url;
  }

  /** The best MP4 of moderate size, or the smallest where all are large. */
  private static Optional<String> film(JsonNode variants) {
    Optional<String> best = Optional.empty();
    int bestRate = -1;
    for (JsonNode variant : variants) {
      Optional<String> url = XJson.url(variant, "url");
      int rate = XJson.integer(variant, "bit_rate").orElse(0);
      if (url.isEmpty() || !XJson.text(variant, "content_type").equals("video/mp4")) continue;
      if (best.isEmpty() || isBetter(rate, bestRate)) {
        best = url;
        bestRate = rate;
      }
    }
    return best;
  }

  private static boolean isBetter(int rate, int than) {
    if (rate <= MOST_BITS_PER_SECOND) return than > MOST_BITS_PER_SECOND || rate > than;
    return rate < than;
  }
}
