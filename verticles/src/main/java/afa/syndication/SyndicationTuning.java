package afa.syndication;

import afa.source.BackoffRules;
import java.time.Duration;

/**
 * Times and bounds of the source feeds; tests shorten them.
 *
 * @param settle how long after its publication an entry is in the feed for certain: blogs are built
 *     and cached
 * @param answer longest wait for a whole answer, redirects included
 * @param mostBytes largest feed, packed and unpacked
 * @param backoff waits between attempts
 */
record SyndicationTuning(Duration settle, Duration answer, int mostBytes, BackoffRules backoff) {

  /** What a real event uses. Blogs belong to people; nobody is asked again within a minute. */
  static final SyndicationTuning DEFAULT = new SyndicationTuning(
      Duration.ofMinutes(5),
      Duration.ofSeconds(15),
      10 << 20,
      new BackoffRules(
          Duration.ofMinutes(1),
          Duration.ofMinutes(10),
          Duration.ofMinutes(1),
          Duration.ofHours(1),
          Duration.ofMinutes(5),
          Duration.ofHours(1),
          Duration.ofHours(1),
          Duration.ZERO));
}
