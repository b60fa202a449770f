package afa.bluesky;

import afa.source.Appender;
import afa.source.BackoffRules;
import afa.source.StreamTuning;
import java.time.Duration;

/**
 * Times and bounds of the Bluesky source; tests shorten them.
 *
 * @param stall without an event for this long a connection is dead
 * @param ping between two pings of ours, which keep the way open
 * @param overlap how far before the cursor a replay begins, as events do not come strictly sorted
 * @param hostOverlap how much further where another instance gave the cursor
 * @param cursorEvery between two cursors handed on while nothing of ours comes
 * @param lookBack how much is asked for where there is no cursor yet
 * @param lull how long nothing at all may happen in the network; a longer silence in a replay means
 *     that its memory does not reach back
 * @param profileLife how long a profile is believed
 * @param patience longest that a post waits until it is known whether its author lets us show it
 * @param checkEvery between two looks whether what is on display is still there
 * @param answer longest wait for an answer
 * @param batches how names and quoted posts are asked for
 * @param stream how the stream is followed
 */
record BlueskyTuning(
    Duration stall,
    Duration ping,
    Duration overlap,
    Duration hostOverlap,
    Duration cursorEvery,
    Duration lookBack,
    Duration lull,
    Duration profileLife,
    Duration patience,
    Duration checkEvery,
    Duration answer,
    Batcher.Rhythm batches,
    StreamTuning stream,
    Appender.Config appender) {

  /** Bluesky publishes no numbers; these are what its own clients do (2026-08). */
  private static final BackoffRules BACKOFF = new BackoffRules(
      Duration.ofSeconds(1),
      Duration.ofSeconds(60),
      Duration.ofSeconds(1),
      Duration.ofSeconds(60),
      Duration.ofSeconds(10),
      Duration.ofMinutes(5),
      Duration.ofMinutes(1),
      Duration.ofSeconds(30));

  /** What a real event uses. */
  static final BlueskyTuning DEFAULT = new BlueskyTuning(
      Duration.ofSeconds(30),
      Duration.ofSeconds(20),
      Duration.ofSeconds(5),
      Duration.ofSeconds(10),
      Duration.ofSeconds(1),
      Duration.ofHours(1),
      Duration.ofSeconds(60),
      Duration.ofHours(6),
      Duration.ofMinutes(2),
      Duration.ofMinutes(5),
      Duration.ofSeconds(10),
      new Batcher.Rhythm(Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ofSeconds(15)),
      new StreamTuning(Duration.ofSeconds(5), Duration.ofSeconds(60), BACKOFF),
      Appender.Config.DEFAULT);

  BackoffRules backoff() {
    return stream.backoff();
  }

  /** The same, asking for more or less of the past. */
  BlueskyTuning lookingBack(Duration other) {
    return new BlueskyTuning(
        stall,
        ping,
        overlap,
        hostOverlap,
        cursorEvery,
        other,
        lull,
        profileLife,
        patience,
        checkEvery,
        answer,
        batches,
        stream,
        appender);
  }
}
