package afa.rehearsal;

import java.time.Instant;

/**
 * Ids that grow with time, as X makes them: 42 bits of milliseconds since November 2010, 10 of the
 * one who made it, 12 of a sequence. Two runs can share an id only if they share the millisecond
 * and the maker.
 */
public final class SnowflakeIds {
  private static final long EPOCH_MILLIS = 1_288_834_974_657L;
  private static final int TIME_SHIFT = 22;
  private static final int MAKER_SHIFT = 12;

  private final long maker;
  private long last;

  /**
   * @param maker 0 to 1023, different in every run
   */
  public SnowflakeIds(int maker) {
    this.maker = (long) (maker & 0x3ff) << MAKER_SHIFT;
  }

  /** An id of that time, or just above the last one where that is later: ids only grow. */
  public long next(Instant time) {
    last = Math.max(least(time) | maker, last + 1);
    return last;
  }

  /** No id of that time or later is smaller. */
  public static long least(Instant time) {
    return Math.max(0, time.toEpochMilli() - EPOCH_MILLIS) << TIME_SHIFT;
  }

  /** When an id was made, to the millisecond. */
  public static Instant time(long id) {
    return Instant.ofEpochMilli((id >>> TIME_SHIFT) + EPOCH_MILLIS);
  }
}
