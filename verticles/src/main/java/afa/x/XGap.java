package afa.x;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What of X's stream is still missing, and so where the cursor may stand. The cursor is a time:
 * every post before it is in the log or on the way there. All times are X's own.
 *
 * <p>Three things move it. A search that was read to its end covers everything up to {@code settle}
 * before it began; the newest posts cannot be found yet. A connection covers everything from its
 * begin on; so once searches cover its begin, nothing is missing, and the cursor follows the present
 * at the distance of {@code overlap}, in which posts are still under way, unsorted. While the gap is
 * open the cursor stays before it, whatever the stream brings. A connection that ends leaves the
 * cursor where it is: the next search begins there, and reads the overlap once more.
 */
final class XGap {
  private final Duration overlap;
  private final Duration settle;
  private Instant covered;
  private Instant connectedAt; // null while there is no connection

  XGap(Duration overlap, Duration settle, Instant cursor) {
    this.overlap = overlap;
    this.settle = settle;
    this.covered = cursor;
  }

  void connected(Instant at) {
    connectedAt = at;
  }

  void disconnected() {
    connectedAt = null;
  }

  /** Whether something may be missing. */
  boolean isOpen() {
    return connectedAt == null || covered.isBefore(connectedAt);
  }

  /** Where the search for what is missing begins. */
  Instant from() {
    return covered;
  }

  /** When a search can close the gap; a fortieth later, as X tells its time in whole seconds. */
  Optional<Instant> closesAt() {
    return Optional.ofNullable(connectedAt).map(at -> at.plus(settle).plus(settle.dividedBy(40)));
  }

  /** A search was read to its end; the cursor now. */
  Instant searched(Instant begun) {
    advance(begun.minus(settle));
    return covered;
  }

  /** The stream brought something; the cursor now, empty while the gap is open. */
  Optional<Instant> streamed(Instant now) {
    if (isOpen()) return Optional.empty();
    advance(now.minus(overlap));
    return Optional.of(covered);
  }

  private void advance(Instant to) {
    if (to.isAfter(covered)) covered = to;
  }
}
