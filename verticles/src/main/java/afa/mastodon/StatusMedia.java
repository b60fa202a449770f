package afa.mastodon;

import afa.feed.Media;
import afa.source.PlainText;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Reads the pictures, films and sounds of a status. */
final class StatusMedia {
  private static final int MOST_MEDIA = 40; // some servers allow more than Mastodon's four
  private static final int MOST_ALT = 1_500;

  private StatusMedia() {}

  /** Those that can be shown, in the author's order. */
  static List<Media> of(JsonNode attachments) {
    List<Media> media = new ArrayList<>();
    for (JsonNode attachment : attachments) {
      if (media.size() < MOST_MEDIA) read(attachment, media);
    }
    return media;
  }

  private static void read(JsonNode attachment, List<Media> into) {
    String own = MastodonJson.url(attachment, "url");
    String url = own == null ? MastodonJson.url(attachment, "remote_url") : own;
    String preview = MastodonJson.url(attachment, "preview_url");
    if (url == null) return; // a kind that the server does not know either, or not fetched yet
    switch (MastodonJson.text(attachment, "type")) {
      case "image" -> add(Media.Kind.PHOTO, url, preview == null ? url : preview, attachment, into);
      case "gifv" -> add(Media.Kind.GIF, url, preview, attachment, into);
      case "video" -> add(Media.Kind.VIDEO, url, preview, attachment, into);
      // Players of films play sound; the preview of a sound is its cover or nothing.
      case "audio" -> add(Media.Kind.VIDEO, url, null, attachment, into);
      default -> {}
    }
  }

  private static void add(
      Media.Kind kind, String url, String thumbnail, JsonNode attachment, List<Media> into) {
    JsonNode size = attachment.path("meta").path("original");
    String alt = PlainText.cut(
        PlainText.harmless(MastodonJson.text(attachment, "description")).strip(), MOST_ALT);
    into.add(new Media(
        kind,
        url,
        thumbnail,
        MastodonJson.pixels(size, "width"),
        MastodonJson.pixels(size, "height"),
        alt.isEmpty() ? null : alt));
  }
}
