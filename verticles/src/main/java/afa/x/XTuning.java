package afa.x;

import afa.source.Appender;
import afa.source.BackoffRules;
import java.time.Duration;

/**
 * Times and bounds of the X source; tests shorten them.
 *
 * @param stall without a byte for this long a connection is dead; X sends one every 20 s
 * @param overlap how far behind the present the cursor stays while all is well. Posts reach the
 *     stream unsorted, 99 of 100 within 7 s, and a dead connection is noticed {@code stall} late
 * @param settle after this a post is found by search; X says that the newest 30 s are not
 * @param searchEvery least time between two searches for the same gap
 * @param lookBack how much is asked for where there is no cursor yet
 * @param searchPages most pages of 100 posts a search reads for one rule; each page costs
 * @param answer longest wait for an answer, also for the begin of a stream
 * @param backoff waits between attempts
 * @param appender bound and waits of the way to the store
 */
record XTuning(
    Duration stall,
    Duration overlap,
    Duration settle,
    Duration searchEvery,
    Duration lookBack,
    int searchPages,
    Duration answer,
    BackoffRules backoff,
    Appender.Config appender) {

  /** What a real event uses. */
  static final XTuning DEFAULT = new XTuning(
      Duration.ofSeconds(25),
      Duration.ofSeconds(120),
      Duration.ofSeconds(40),
      Duration.ofSeconds(15),
      Duration.ofHours(1),
      50,
      Duration.ofSeconds(30),
      BackoffRules.STREAM,
      Appender.Config.DEFAULT);

  /** The same, asking for more or less of the past. */
  XTuning lookingBack(Duration other) {
    return new XTuning(
        stall, overlap, settle, searchEvery, other, searchPages, answer, backoff, appender);
  }
}
