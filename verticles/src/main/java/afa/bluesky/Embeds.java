package afa.bluesky;

import afa.feed.Media;
import afa.source.PlainText;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What hangs on a post: pictures, a film, a card of a linked page, another post. */
final class Embeds {
  private static final String KIND = "app.bsky.embed.";
  private static final int MOST_MEDIA = 20;
  private static final int MOST_ALT = 2_000;
  private static final int MOST_TITLE = 300;
  private static final int MOST_PIXELS = 20_000;
  private static final int SMALL = 100; // below this the sides are a ratio, not pixels
  private static final String ALT = "ALT: ";
  private static final Pattern GIF = Pattern.compile("(?i)https?://[^?#]+\\.gif([?#].*)?");

  private final Pages pages;
  private final String did;
  private final List<Media> media = new ArrayList<>();
  private String quoteOf;
  private String card;

  private Embeds(Pages pages, String did) {
    this.pages = pages;
    this.did = did;
  }

  /** Reads the embed of a record; what is of an unknown kind is left out. */
  static Embeds of(JsonNode record, String did, Pages pages) {
    Embeds embeds = new Embeds(pages, did);
    JsonNode embed = record.path("embed");
    if (BlueskyJson.type(embed).equals(KIND + "recordWithMedia")) {
      embeds.quote(embed.path("record").path("record"));
      embeds.read(embed.path("media"));
    } else {
      embeds.read(embed);
    }
    return embeds;
  }

  List<Media> media() {
    return List.copyOf(media);
  }

  /** The post that is quoted, or null. */
  String quoteOf() {
    return quoteOf;
  }

  /** The page that is linked by a card, or null. */
  String card() {
    return card;
  }

  private void read(JsonNode embed) {
    switch (BlueskyJson.type(embed)) {
      case KIND + "images" -> embed.path("images").forEach(this::picture);
      case KIND + "gallery" -> embed.path("items").forEach(this::picture);
      case KIND + "video" -> film(embed);
      case KIND + "external" -> external(embed.path("external"));
      case KIND + "record" -> quote(embed.path("record"));
      default -> {}
    }
  }

  private void quote(JsonNode reference) {
    quoteOf =
        AtUri.post(BlueskyJson.text(reference, "uri")).map(AtUri::toString).orElse(null);
  }

  private void picture(JsonNode picture) {
    cid(picture.path("image"))
        .ifPresent(cid ->
            add(Media.Kind.PHOTO, pages.fullSize(did, cid), pages.thumbnail(did, cid), picture));
  }

  /** Its stream is in a format that most browsers do not play; its picture says that it is there. */
  private void film(JsonNode video) {
    cid(video.path("video"))
        .map(cid -> Pages.still(did, cid))
        .ifPresent(still -> add(Media.Kind.PHOTO, still, still, video));
  }

  private void external(JsonNode external) {
    String url = BlueskyJson.url(external, "uri").orElse(null);
    if (url == null) return;
    Optional<String> cid = cid(external.path("thumb"));
    String description = BlueskyJson.text(external, "description");
    if (GIF.matcher(url).matches()) {
      String still = cid.map(thumb -> pages.thumbnail(did, thumb)).orElse(null);
      String alt = description.startsWith(ALT) ? description.substring(ALT.length()) : description;
      media.add(new Media(Media.Kind.GIF, url, still, null, null, label(alt, MOST_ALT)));
      return;
    }
    card = url;
    String title = label(BlueskyJson.text(external, "title"), MOST_TITLE);
    cid.ifPresent(thumb -> media.add(new Media(
        Media.Kind.PHOTO,
        pages.fullSize(did, thumb),
        pages.thumbnail(did, thumb),
        null,
        null,
        title)));
  }

  private void add(Media.Kind kind, String url, String thumbnail, JsonNode from) {
    if (media.size() == MOST_MEDIA) return;
    int width = BlueskyJson.small(from.path("aspectRatio"), "width");
    int height = BlueskyJson.small(from.path("aspectRatio"), "height");
    boolean sane = width > 0 && height > 0 && Math.max(width, height) <= MOST_PIXELS;
    int scale = sane && Math.max(width, height) < SMALL ? SMALL : 1;
    Integer shownWidth = sane ? Integer.valueOf(width * scale) : null;
    Integer shownHeight = sane ? Integer.valueOf(height * scale) : null;
    String alt = label(BlueskyJson.text(from, "alt"), MOST_ALT);
    media.add(new Media(kind, url, thumbnail, shownWidth, shownHeight, alt));
  }

  private static String label(String text, int most) {
    String label = PlainText.label(text, most);
    return label.isEmpty() ? null : label;
  }

  private static Optional<String> cid(JsonNode blob) {
    String link = BlueskyJson.text(blob.path("ref"), "$link");
    // Records of 2023 and before name it directly.
    String cid = link.isEmpty() ? BlueskyJson.text(blob, "cid") : link;
    return Pages.isCid(cid) ? Optional.of(cid) : Optional.empty();
  }
}
