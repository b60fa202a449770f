package afa.rehearsal.flickr;

import java.time.Duration;

/**
 * How a rehearsed Flickr behaves.
 *
 * @param key the one API key that is let in
 * @param indexDelay longest time until a new photo is found
 * @param tagDelay how late those tags come that people add afterwards
 * @param perHour requests an hour with the key; Flickr allows 3,600
 * @param noisy whether photos come along that no reader may show: private ones, unfinished ones,
 *     those of something else
 */
public record FlickrOptions(
    String key, Duration indexDelay, Duration tagDelay, int perHour, boolean noisy) {

  /** What a rehearsal uses. */
  public static final FlickrOptions REHEARSAL =
      new FlickrOptions("rehearsal", Duration.ofSeconds(8), Duration.ofSeconds(40), 3_600, true);

  /** The same with other delays, for tests. */
  public FlickrOptions delayedBy(Duration index, Duration tags) {
    return new FlickrOptions(key, index, tags, perHour, noisy);
  }

  /** The same with another key. */
  public FlickrOptions letting(String other) {
    return new FlickrOptions(other, indexDelay, tagDelay, perHour, noisy);
  }

  /** The same with another quota, for tests. */
  public FlickrOptions limitedTo(int requests) {
    return new FlickrOptions(key, indexDelay, tagDelay, requests, noisy);
  }
}
