package afa.flickr;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Looks at one public feed again and again, and notices when something passed it unseen. */
final class FlickrFeedWatch {
  /** Twenty are promised, some fewer come; a feed with less than this shows all there are. */
  private static final int FULL = 15;

  private static final String LOST =
      "more photos came between two looks than the public feed shows";

  private final String name;
  private final Map<String, String> arguments;
  private final Set<String> unwanted;
  private Set<String> last = Set.of(); // what the look before showed

  /**
   * @param unwanted tags in Flickr's form; the feed knows no exclusions
   */
  FlickrFeedWatch(String name, Map<String, String> arguments, Set<String> unwanted) {
    this.name = name;
    this.arguments = arguments;
    this.unwanted = unwanted;
  }

  String name() {
    return name;
  }

  Map<String, String> arguments() {
    return arguments;
  }

  /**
   * Takes what the feed shows now.
   *
   * @param newest upload of the newest photo of the looks before; null when there were none
   */
  void take(JsonNode feed, Instant newest, FlickrFound found) {
    Set<String> shown = new HashSet<>();
    Instant oldest = null;
    for (JsonNode item : feed.path("items")) {
      found.add(wanted(FlickrFeed.read(item)));
      shown.add(FlickrJson.text(item, "link"));
      Instant published = FlickrFeed.published(item);
      if (published != null && (oldest == null || published.isBefore(oldest))) oldest = published;
    }
    if (oldest != null && shown.size() >= FULL) judge(shown, oldest, newest, found);
    last = shown;
  }

  /** A feed knows whole seconds: of the oldest one there may be photos that it shows no more. */
  private void judge(Set<String> shown, Instant oldest, Instant newest, FlickrFound found) {
    Instant whole = oldest.plusSeconds(1);
    boolean overlaps = newest != null && !newest.isBefore(whole);
    boolean known = last.stream().anyMatch(shown::contains);
    if (newest == null) found.reached(whole);
    else if (!overlaps && !known) found.lacks(LOST, whole);
  }

  private FlickrEntry wanted(FlickrEntry entry) {
    if (!(entry instanceof FlickrEntry.Shown shown)) return entry;
    boolean hidden = shown.photo().tags().stream().anyMatch(unwanted::contains);
    return hidden ? new FlickrEntry.Filtered(shown.photo().id(), "excluded tag") : entry;
  }

  /** As Flickr compares tags: without case, spaces and punctuation. */
  static String normal(String tag) {
    return tag.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{N}]", "");
  }
}
