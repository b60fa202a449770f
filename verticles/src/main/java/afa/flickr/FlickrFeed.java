package afa.flickr;

import afa.source.PlainText;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Reads the public feed. Never throws: whatever it is given, it says what it is. */
final class FlickrFeed {
  private static final Pattern LINK =
      Pattern.compile("https?://[^/]+/photos/([^/?#]{1,100})/([0-9]{1,20})(?:[/?#].*)?");
  private static final Pattern PICTURE = Pattern.compile("(.{1,500}/[0-9]+_[^/_]+)_m\\.jpg");
  private static final Pattern AUTHOR = Pattern.compile("(?s).*?\\(\"(.*)\"\\)\\s*");
  private static final int MOST_NAME = 200;
  private static final int MOST_TITLE = 500;
  private static final int MOST_HTML = 200_000;

  private FlickrFeed() {}

  /** The feed, or empty when the answer is something else. */
  static Optional<JsonNode> json(FlickrAnswer answer) {
    if (answer.status() != 200) return Optional.empty();
    return FlickrJson.object(legal(answer.body()))
        .filter(feed -> feed.path("items").isArray());
  }

  /** The feed escapes apostrophes, which JSON does not know; a backslash may itself be escaped. */
  static String legal(String json) {
    if (!json.contains("\\'")) return json;
    StringBuilder legal = new StringBuilder(json.length());
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      boolean escapes = c == '\\' && i + 1 < json.length();
      if (!escapes) {
        legal.append(c);
        continue;
      }
      char escaped = json.charAt(++i);
      if (escaped != '\'') legal.append(c);
      legal.append(escaped);
    }
    return legal.toString();
  }

  /** An element of the feed's list. */
  static FlickrEntry read(JsonNode item) {
    Matcher link = LINK.matcher(FlickrJson.text(item, "link"));
    if (!link.matches()) return new FlickrEntry.Malformed("no link to a photo");
    FlickrOwner owner = owner(item, FlickrPhotoParser.pathPart(link.group(1)));
    if (owner.path().isEmpty()) return new FlickrEntry.Malformed("no owner");
    FlickrPictures pictures = pictures(item);
    if (pictures.isEmpty()) return new FlickrEntry.Malformed("no picture");
    return new FlickrEntry.Shown(new FlickrPhoto(
        link.group(2),
        owner,
        pictures,
        PlainText.label(FlickrJson.text(item, "title"), MOST_TITLE),
        description(FlickrJson.text(item, "description")),
        FlickrPhotoParser.tags(FlickrJson.text(item, "tags")),
        published(item),
        null,
        null));
  }

  /** Of the two names in a link and beside it, one is the alias where there is any. */
  private static FlickrOwner owner(JsonNode item, String path) {
    String told = FlickrPhotoParser.pathPart(FlickrJson.text(item, "author_id"));
    String nsid = told.isEmpty() ? path : told;
    Matcher author = AUTHOR.matcher(FlickrJson.text(item, "author"));
    String name = author.matches() ? author.group(1) : "";
    String alias = path.equals(nsid) ? "" : path;
    return new FlickrOwner(nsid, alias, PlainText.label(name, MOST_NAME), null);
  }

  private static FlickrPictures pictures(JsonNode item) {
    return FlickrJson.url(item.path("media"), "m")
        .map(url -> {
          Matcher small = PICTURE.matcher(url);
          return small.matches() ? new FlickrPictures(small.group(1), Map.of(), false) : only(url);
        })
        .orElseGet(() -> new FlickrPictures("", Map.of(), false));
  }

  private static FlickrPictures only(String url) {
    FlickrPictures.Picture picture = new FlickrPictures.Picture(url, null, null);
    return new FlickrPictures("", Map.of(FlickrSize.SMALL_240, picture), true);
  }

  /** Before the words of the owner there are two paragraphs: who posted, and the picture. */
  private static String description(String html) {
    Element body = Jsoup.parseBodyFragment(PlainText.cut(html, MOST_HTML)).body();
    List<Element> paragraphs = body.children();
    int picture = -1;
    for (int i = 0; i < paragraphs.size() && picture < 0; i++) {
      if (paragraphs.get(i).selectFirst("img") != null) picture = i;
    }
    for (int i = 0; i <= picture; i++) paragraphs.get(i).remove();
    return body.html();
  }

  static Instant published(JsonNode item) {
    try {
      return OffsetDateTime.parse(FlickrJson.text(item, "published")).toInstant();
    } catch (DateTimeParseException unreadable) {
      return null;
    }
  }
}
