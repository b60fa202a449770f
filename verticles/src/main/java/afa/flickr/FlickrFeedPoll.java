package afa.flickr;

import afa.source.Harvest;
import afa.source.PollReader;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks at Flickr without a key: the public feeds, which show the newest twenty photos or so and
 * have no pages. What passes between two looks is lost, and said to be.
 */
final class FlickrFeedPoll implements PollReader.Poll {
  /** For the operator, all the time. */
  static final String REMARK = "without " + FlickrConfig.KEY
      + " only the newest 20 photos of each look are seen, and" + " deleted ones stay";

  private final FlickrClient client;
  private final FlickrConfig config;
  private final FlickrIntake intake;
  private final List<FlickrFeedWatch> feeds = new ArrayList<>();

  FlickrFeedPoll(FlickrClient client, FlickrConfig config, FlickrIntake intake) {
    this.client = client;
    this.config = config;
    this.intake = intake;
    String tags = tags(false).collect(Collectors.joining(","));
    Set<String> unwanted = tags(true).map(FlickrFeedWatch::normal).collect(Collectors.toSet());
    Map<String, String> tagged = Map.of("tags", tags, "tagmode", config.query().tagMode());
    if (!tags.isEmpty()) feeds.add(new FlickrFeedWatch("photos_public.gne", tagged, unwanted));
    for (String group : config.query().groups()) {
      feeds.add(new FlickrFeedWatch("groups_pool.gne", Map.of("id", group), Set.of()));
    }
  }

  private java.util.stream.Stream<String> tags(boolean excluded) {
    return config.query().tags().stream()
        .filter(tag -> tag.startsWith("-") == excluded)
        .map(tag -> excluded ? tag.substring(1) : tag);
  }

  @Override
  public Future<Harvest> poll(String cursor, Instant now) {
    List<Future<JsonNode>> answers =
        feeds.stream().map(feed -> client.feed(feed.name(), feed.arguments())).toList();
    return Future.all(answers).map(all -> {
      Instant newest = FlickrCursor.read(cursor);
      FlickrFound found = new FlickrFound(0);
      for (int i = 0; i < feeds.size(); i++) {
        feeds.get(i).take(answers.get(i).result(), newest, found);
      }
      Instant least = newest == null ? now.minus(config.tuning().settle()) : newest;
      String next = FlickrCursor.next(least, found.photos(), now);
      return intake.take(found, List.of(), next, now);
    });
  }
}
