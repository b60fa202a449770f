package afa.flickr;

import afa.feed.Post;
import afa.source.Harvest;
import afa.source.SourceCounters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts whatever a look brought, and makes posts of what is to be shown. */
final class FlickrIntake {
  private static final Logger log = LoggerFactory.getLogger(FlickrIntake.class);

  /** A broken server must not fill the log. */
  private static final Duration QUIET = Duration.ofMinutes(10);

  private final String event;
  private final SourceCounters counters;
  private Instant loggedAt = Instant.EPOCH;

  FlickrIntake(String event, SourceCounters counters) {
    this.event = event;
    this.counters = counters;
  }

  /**
   * The whole look as the house wants it, oldest post first.
   *
   * @param gone identities of photos that a check found gone
   */
  Harvest take(FlickrFound found, List<String> gone, String cursor, Instant now) {
    List<Post> posts = found.photos().stream()
        .map(photo -> FlickrPosts.of(photo, now))
        .sorted(Comparator.comparing(Post::postedAt))
        .toList();
    posts.forEach(post -> counters.received());
    List<String> retracted = new ArrayList<>(gone);
    for (FlickrEntry.Filtered hidden : found.filtered()) {
      counters.received();
      counters.filtered();
      // It may have been public when it was shown.
      retracted.add(FlickrPosts.identity(hidden.id()));
    }
    malformed(found.malformed(), now);
    return new Harvest(posts, retracted, cursor, found.missing(), found.reachedBackTo());
  }

  private void malformed(List<FlickrEntry.Malformed> broken, Instant now) {
    broken.forEach(one -> {
      counters.received();
      counters.malformed();
    });
    if (broken.isEmpty() || loggedAt.isAfter(now.minus(QUIET))) return;
    loggedAt = now;
    String reason = broken.get(0).reason();
    log.warn("Malformed photos: event={} count={} first={}", event, broken.size(), reason);
  }
}
