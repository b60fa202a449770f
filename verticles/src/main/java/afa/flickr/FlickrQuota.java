package afa.flickr;

import java.time.Duration;
import java.time.Instant;

/**
 * How many requests Flickr allows: in no hour, whenever it begins, more than {@code perHour}. A sixth
 * of them may be made at once, the others are spread evenly; so a single number is all that those
 * who share a key must share: the moment until which the requests made so far are paid for.
 *
 * @param perHour 6 or more
 */
record FlickrQuota(int perHour) {
  private static final long HOUR_MICROS = Duration.ofHours(1).toMillis() * 1_000;
  private static final int SHARE_AT_ONCE = 6;

  /**
   * What became of the wish to make a request.
   *
   * @param paidUntil for the next one who asks, in microseconds since 1970
   * @param notBefore when a request can be made; null when this one can
   */
  record Turn(long paidUntil, Instant notBefore) {}

  /**
   * One more request.
   *
   * @param paidUntil what the last turn gave; 0 when there was none
   */
  Turn take(long paidUntil, Instant now) {
    long micros = now.toEpochMilli() * 1_000;
    long paid = Math.max(paidUntil, micros);
    long earliest = paid - (atOnce() - 1) * pace();
    return earliest > micros
        ? new Turn(paidUntil, Instant.ofEpochMilli(earliest / 1_000 + 1))
        : new Turn(paid + pace(), null);
  }

  private int atOnce() {
    return perHour / SHARE_AT_ONCE;
  }

  /** Rounded up: the sum of an hour must not be one too many. */
  private long pace() {
    return HOUR_MICROS / (perHour - atOnce()) + 1;
  }
}
