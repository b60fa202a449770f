package afa.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A page of a hashtag's timeline.
 *
 * @param statuses newest first, also where newer ones were asked for
 * @param spentUntil when the next request is let in, null while some are left
 */
record TimelinePage(JsonNode statuses, PageLinks links, Instant spentUntil) {

  static TimelinePage of(JsonNode statuses, MastodonAnswer answer) {
    PageLinks links = PageLinks.of(answer.headers().apply("Link"));
    return new TimelinePage(statuses, links, answer.spentUntil());
  }

  /** Where older ones are, null where there are none. A proxy may take the links away. */
  TimelinePlace older() {
    if (links.next() != null) return TimelinePlace.at(links.next());
    return isFull() && oldest() != null ? TimelinePlace.before(oldest()) : null;
  }

  /** Where newer ones are, null where there are none yet. */
  TimelinePlace newer() {
    if (links.prev() != null) return TimelinePlace.at(links.prev());
    return isFull() && newest() != null ? TimelinePlace.after(newest()) : null;
  }

  /** Whether there may be more than these. */
  boolean isFull() {
    return statuses.size() >= MastodonClient.PAGE;
  }

  /** The newest id, null where none is. */
  String newest() {
    return ids().max(StatusIds.ORDER).orElse(null);
  }

  private String oldest() {
    return ids().min(StatusIds.ORDER).orElse(null);
  }

  private Stream<String> ids() {
    return StreamSupport.stream(statuses.spliterator(), false)
        .map(status -> MastodonJson.text(status, "id"))
        .filter(id -> !id.isEmpty());
  }
}
