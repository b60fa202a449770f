package afa.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

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
}
