package afa.syndication;

import afa.feed.FeedJson;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is remembered of a feed between two looks, stored with the posts it stands for.
 *
 * @param address where to ask: another one than configured where the feed moved for good
 * @param etag as received with what was read, absent where there was none
 * @param lastModified the same
 * @param limit entries older than this are history
 * @param shown how many of the entries, from the first on, were in the feed at the last look
 * @param entries by a digest of the id: those of the last look newest first, then earlier ones
 */
record FeedCursor(
    String address,
    String etag,
    String lastModified,
    Instant limit,
    int shown,
    Map<String, Seen> entries) {

  /**
   * An entry as it was brought.
   *
   * @param digest of what readers see of it
   * @param since when it was first seen, in milliseconds
   * @param updated when it was last changed, as the feed said, in milliseconds; 0 where it did not
   * @param version that it was brought with; 0 for what was too old to be brought
   */
  record Seen(String digest, long since, long updated, long version) {}

  FeedCursor {
    entries = entries == null ? Map.of() : new LinkedHashMap<>(entries);
  }

  /** Before the first look. */
  static FeedCursor first(String address, Instant limit) {
    return new FeedCursor(address, null, null, limit, 0, Map.of());
  }

  /** Whether nothing was ever read. */
  @JsonIgnore
  boolean isFirst() {
    return entries.isEmpty() && etag == null && lastModified == null && shown == 0;
  }

  /** The same feed, with what a look at it left. */
  FeedCursor after(FeedAnswer answer, int nowShown, Map<String, Seen> now) {
    return new FeedCursor(
        answer.address().toString(), answer.etag(), answer.lastModified(), limit, nowShown, now);
  }

  String write() {
    try {
      return FeedJson.MAPPER.writeValueAsString(this);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * @throws IllegalArgumentException when it is not what {@link #write} wrote
   */
  static FeedCursor read(String json) {
    try {
      return FeedJson.MAPPER.readValue(json, FeedCursor.class);
    } catch (JsonProcessingException notOurs) {
      throw new IllegalArgumentException("not the cursor of a feed", notOurs);
    }
  }
}
