package afa.bluesky;

import afa.source.StreamReader.Listener;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The beginning of a connection, in which the network sends what came since the cursor. It keeps 36
 * hours (2026-08) and goes silently on with the oldest it has, which shows by the first event.
 */
final class Replay {
  private static final Logger log = LoggerFactory.getLogger(Replay.class);

  private final long sinceUs;
  private final long presentUs;
  private final Duration slack;
  private final Missing missing;
  private long firstUs;
  private boolean ended;
  private boolean held;

  /** Hears of a time that the network does not have any more. */
  interface Missing {
    /**
     * Posts of this time will never be had; to be told once all before is stored.
     *
     * @param told completes it
     */
    void report(Instant from, Instant to, Runnable told);
  }

  /**
   * @param sinceUs where the last connection ended; 0 when there was none
   * @param presentUs when this one was made
   * @param slack how long nothing may happen in the whole network
   */
  Replay(long sinceUs, long presentUs, Duration slack, Missing missing) {
    this.sinceUs = sinceUs;
    this.presentUs = presentUs;
    this.slack = slack;
    this.missing = missing;
  }

  /** An event came; only the first one says something. */
  void first(long timeUs) {
    if (firstUs != 0) return;
    firstUs = timeUs;
    boolean later = sinceUs > 0 && timeUs - sinceUs > slack.toNanos() / 1_000;
    if (!later) return;
    held = true;
    log.warn(
        "Bluesky has nothing any more from {} to {}",
        JetstreamTime.instant(sinceUs),
        JetstreamTime.instant(timeUs));
  }

  /** Whether this event is the first of the present. */
  boolean ends(long timeUs) {
    if (ended || timeUs < presentUs) return false;
    ended = true;
    return true;
  }

  /** Whether the present was not reached yet. */
  boolean isRunning() {
    return !ended;
  }

  /** The cursor must not hide a hole that is not written down yet. */
  boolean mayMove() {
    return !held;
  }

  /** All before the present was handed on. */
  void caughtUp(Listener listener) {
    listener.caughtUp(reachedBackTo());
    if (!held) return;
    missing.report(
        JetstreamTime.instant(sinceUs), JetstreamTime.instant(firstUs), () -> held = false);
  }

  /** Without a cursor, and where the network had forgotten: what the first event says. */
  private @Nullable Instant reachedBackTo() {
    boolean isToBeSaid = firstUs != 0 && (held || sinceUs == 0);
    return isToBeSaid ? JetstreamTime.instant(firstUs) : null;
  }
}
