package afa.flickr;

import afa.feed.Link;
import afa.feed.Media;
import afa.feed.Post;
import afa.source.HtmlText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Makes posts of photos. */
final class FlickrPosts {
  /** The name of this source in posts, cursors and event files. */
  static final String SOURCE = "flickr";

  private static final String BASE = "https://www.flickr.com/";
  private static final Instant FOUNDED = Instant.parse("2004-02-10T00:00:00Z");

  /** Clocks may differ. */
  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  /** Some people give a photo fifty tags; a card is to be read. */
  private static final int MOST_TAGS = 10;

  private static final int MOST_ALT = 1_000;

  private FlickrPosts() {}

  /** The identity that the log knows a photo by. */
  static String identity(String photoId) {
    return SOURCE + ":" + photoId;
  }

  static Post of(FlickrPhoto photo, Instant receivedAt) {
    HtmlText text = text(photo);
    return Post.builder(SOURCE, photo.id())
        .url(photo.page())
        .author(photo.owner().author())
        .text(text.text())
        .links(text.links())
        .media(media(photo))
        .version(photo.version())
        .warning(photo.warning())
        .postedAt(postedAt(photo, receivedAt))
        .receivedAt(receivedAt);
  }

  /** Uploads of the future and of before Flickr occur; they happened when we heard of them. */
  private static Instant postedAt(FlickrPhoto photo, Instant receivedAt) {
    Instant uploaded = photo.uploaded();
    boolean sane = uploaded != null
        && !uploaded.isBefore(FOUNDED)
        && !uploaded.isAfter(receivedAt.plus(A_MINUTE));
    return sane ? uploaded : receivedAt;
  }

  private static List<Media> media(FlickrPhoto photo) {
    return photo.pictures().large().stream()
        .map(large -> new Media(
            Media.Kind.PHOTO,
            large.url(),
            photo.thumbnail().orElse(null),
            large.width(),
            large.height(),
            alt(photo)))
        .toList();
  }

  /** Flickr has no text for those who cannot see a photo; the title is the nearest. */
  private static String alt(FlickrPhoto photo) {
    if (photo.title().isEmpty()) return null;
    return afa.source.PlainText.cut(photo.title(), MOST_ALT);
  }

  /** Title, description and tags, an empty line between each two. */
  private static HtmlText text(FlickrPhoto photo) {
    StringBuilder text = new StringBuilder(photo.title());
    List<Link> links = new ArrayList<>();
    // Flickr shows line ends as they were typed.
    HtmlText description =
        HtmlText.of(photo.description().strip().replaceAll("\r?\n", "<br>"), BASE);
    if (!description.text().isEmpty()) {
      int start = paragraph(text);
      text.append(description.text());
      description.links().forEach(link -> links.add(moved(link, start)));
    }
    addTags(photo.tags(), text, links);
    return new HtmlText(text.toString(), links);
  }

  private static Link moved(Link link, int by) {
    return new Link(link.start() + by, link.end() + by, link.url(), link.kind());
  }

  private static void addTags(List<String> tags, StringBuilder text, List<Link> links) {
    for (int i = 0; i < Math.min(tags.size(), MOST_TAGS); i++) {
      if (i == 0) paragraph(text);
      else text.append(' ');
      int start = text.length();
      text.append('#').append(tags.get(i));
      links.add(new Link(start, text.length(), FlickrPhoto.tagPage(tags.get(i)), Link.Kind.TAG));
    }
  }

  /** Begins one and says where. */
  private static int paragraph(StringBuilder text) {
    if (text.length() > 0) text.append("\n\n");
    return text.length();
  }
}
