package afa.syndication;

import afa.feed.FeedJson;
import afa.feed.PostBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/**
 * An entry of a feed as it stands there now.
 *
 * @param id of the post it becomes
 * @param published null where the feed does not say, or what cannot be
 * @param updated the same for its last change
 * @param digest differs when anything readers see differs
 * @param post all but its times and version
 */
record FeedEntry(String id, Instant published, Instant updated, String digest, PostBuilder post) {
  private static final Instant FIRST_FEEDS = Instant.parse("1997-01-01T00:00:00Z");
  private static final Duration WRONG_CLOCK = Duration.ofMinutes(5);

  static FeedEntry of(String id, Instant published, Instant updated, PostBuilder post) {
    String digest = Digest.of(FeedJson.encode(post.receivedAt(Instant.EPOCH)), 12);
    return new FeedEntry(id, published, updated, digest, post);
  }

  /** The time, unless it is none, older than feeds are, or still to come. */
  static Instant possible(Date time, Instant now) {
    if (time == null) return null;
    Instant moment = time.toInstant();
    boolean possible = moment.isAfter(FIRST_FEEDS) && moment.isBefore(now.plus(WRONG_CLOCK));
    return possible ? moment : null;
  }

  /** A short name for the id. */
  String key() {
    return Digest.of(id, 16);
  }

  /** 0 where the feed does not say. */
  long updatedMillis() {
    return updated == null ? 0 : updated.toEpochMilli();
  }
}
