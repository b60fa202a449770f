package afa.flickr;

import afa.source.Harvest;
import afa.source.PollReader;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks at Flickr without a key: the public feeds, which show the newest twenty photos or so and
 * have no pages. What passes between two looks is lost, and said to be.
 */
final class FlickrFeedPoll implements PollReader.Poll {
  /** For the operator, all the time. */
  static final String REMARK =
      "without " + FlickrConfig.KEY + " only the newest 20 photos of each look are seen, and"
          + " deleted ones stay";

  /** Twenty are promised, some fewer come; a feed with less than this shows all there are. */
  static final int FULL = 15;

  private static final String LOST =
      "more photos came between two looks than the public feed shows";

  private final FlickrClient client;
  private final FlickrConfig config;
  private final FlickrIntake intake;

  FlickrFeedPoll(FlickrClient client, FlickrConfig config, FlickrIntake intake) {
    this.client = client;
    this.config = config;
    this.intake = intake;
  }

  @Override
  public Future<Harvest> poll(String cursor, Instant now) {
    Instant newest = FlickrCursor.read(cursor);
    FlickrFound found = new FlickrFound(Integer.MAX_VALUE);
    List<Future<JsonNode>> feeds = new ArrayList<>();
    if (!wantedTags().isEmpty()) feeds.add(client.feed("photos_public.gne", tags()));
    for (String group : config.query().groups()) {
      feeds.add(client.feed("groups_pool.gne", Map.of("id", group)));
    }
    return Future.all(feeds).map(all -> {
      feeds.forEach(feed -> take(feed.result(), newest, found));
      Instant least = newest == null ? now.minus(config.tuning().settle()) : newest;
      String next = FlickrCursor.next(least, found.photos(), now);
      return intake.take(found, List.of(), next, now);
    });
  }

  private Map<String, String> tags() {
    return Map.of(
        "tags", String.join(",", wantedTags()),
        "tagmode", config.query().tagMode());
  }

  private List<String> wantedTags() {
    return config.query().tags().stream().filter(tag -> !tag.startsWith("-")).toList();
  }

  private void take(JsonNode feed, Instant newest, FlickrFound found) {
    Set<String> unwanted = config.query().tags().stream()
        .filter(tag -> tag.startsWith("-"))
        .map(FlickrFeedPoll::normal)
        .collect(Collectors.toSet());
    Instant oldest = null;
    for (JsonNode item : feed.path("items")) {
      found.add(without(unwanted, FlickrFeed.read(item)));
      Instant published = FlickrFeed.published(item);
      if (published != null && (oldest == null || published.isBefore(oldest))) oldest = published;
    }
    boolean full = oldest != null && feed.path("items").size() >= FULL;
    if (full && newest == null) found.reached(oldest);
    else if (full && oldest.isAfter(newest)) found.lacks(LOST, oldest);
  }

  /** The feed knows no exclusions. */
  private static FlickrEntry without(Set<String> unwanted, FlickrEntry entry) {
    if (!(entry instanceof FlickrEntry.Shown shown)) return entry;
    boolean hidden = shown.photo().tags().stream().anyMatch(unwanted::contains);
    return hidden ? new FlickrEntry.Filtered(shown.photo().id(), "excluded tag") : entry;
  }

  /** As Flickr compares tags: without case, spaces and punctuation. */
  private static String normal(String tag) {
    return tag.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
