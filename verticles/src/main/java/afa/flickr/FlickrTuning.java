package afa.flickr;

import afa.source.BackoffRules;
import java.time.Duration;

/**
 * Times and bounds of the Flickr source; tests shorten them.
 *
 * @param every time between two looks
 * @param settle after this a photo is found: new ones reach Flickr's index, and its public feed,
 *     some minutes late
 * @param lookBack how far behind the newest photo each look begins; tags are often added later
 * @param history how far back the first look goes, and now and then a later one, for tags that were
 *     added and texts that were changed long after the upload
 * @param historyEvery time between two such looks
 * @param perPage photos of a page, at most 500
 * @param mostPages pages of one look, over all that is searched for
 * @param checked how many of the newest photos on display are asked for again and again
 * @param checkEvery in which time each of them is
 * @param perHour requests an hour with one key; Flickr allows 3,600
 * @param answer longest wait for an answer
 * @param backoff waits after failures
 */
record FlickrTuning(
    Duration every,
    Duration settle,
    Duration lookBack,
    Duration history,
    Duration historyEvery,
    int perPage,
    int mostPages,
    int checked,
    Duration checkEvery,
    int perHour,
    Duration answer,
    BackoffRules backoff) {

  /** Half a minute doubled up to a quarter of an hour; an hour where a person must help. */
  private static final BackoffRules BACKOFF = new BackoffRules(
      Duration.ofSeconds(5),
      Duration.ofMinutes(1),
      Duration.ofSeconds(30),
      Duration.ofMinutes(15),
      Duration.ofMinutes(1),
      Duration.ofMinutes(15),
      Duration.ofHours(1),
      Duration.ZERO);

  /** What a real event uses. */
  static final FlickrTuning DEFAULT = new FlickrTuning(
      Duration.ofSeconds(120),
      Duration.ofMinutes(5),
      Duration.ofHours(1),
      Duration.ofHours(24),
      Duration.ofMinutes(30),
      250,
      100,
      50,
      Duration.ofMinutes(30),
      3_600,
      Duration.ofSeconds(30),
      BACKOFF);

  /** For a server that is not Flickr, where nothing is late and asking costs nothing. */
  static final FlickrTuning REHEARSAL = new FlickrTuning(
      Duration.ofSeconds(10),
      Duration.ofSeconds(30),
      DEFAULT.lookBack,
      DEFAULT.history,
      Duration.ofMinutes(5),
      DEFAULT.perPage,
      DEFAULT.mostPages,
      DEFAULT.checked,
      Duration.ofMinutes(2),
      DEFAULT.perHour,
      DEFAULT.answer,
      BACKOFF.dividedBy(10));

  /**
   * How many requests an hour takes while all is well and no answer has a second page.
   *
   * @param questions of each look
   */
  long requestsAnHour(int questions) {
    long hour = Duration.ofHours(1).toMillis();
    return questions * hour / every.toMillis() + checked * hour / checkEvery.toMillis();
  }
}
