package afa.feed;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Lives of a log that were left a moment ago: a word that still tells of one is late and says
 * nothing of where the log is. Not for ever, as a log may go back to an earlier life. Belongs to one
 * event loop.
 */
public final class LivesLeft {
  /** Much longer than a message is on its way; stores tell the life that counts each second. */
  private static final Duration LATE = Duration.ofSeconds(10);

  private final LongSupplier nanoTime;
  private final Map<String, Long> left = new HashMap<>(); // epoch → when

  public LivesLeft() {
    this(System::nanoTime);
  }

  LivesLeft(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /**
   * The log is in another life now.
   *
   * @param epoch of the life before; null when none was known
   */
  public void leave(@Nullable String epoch) {
    if (epoch != null) left.put(epoch, nanoTime.getAsLong());
  }

  /** Whether that life was left a moment ago. */
  public boolean isLate(String epoch) {
    long now = nanoTime.getAsLong();
    left.values().removeIf(when -> now - when >= LATE.toNanos());
    return left.containsKey(epoch);
  }
}
