package afa.supervisor;

import afa.bus.Pulse;
import io.vertx.core.Context;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** A verticle on its event loop, as seen from outside. Made there, asked from any thread. */
final class Member {
  private static final long NONE = 0;

  private final Context context;
  private final Thread thread = Thread.currentThread();
  private final String room;
  private final Pulse pulse;
  private final AtomicLong asked = new AtomicLong(NONE); // by the nano clock
  private final AtomicLong worst = new AtomicLong(); // since it was taken

  /**
   * @param room package of the verticle, to know its code by
   */
  Member(Context context, String room) {
    this.context = context;
    this.room = room;
    this.pulse = Pulse.giveTo(context);
  }

  Pulse pulse() {
    return pulse;
  }

  /** Asks the event loop for a sign of life, unless it owes one. */
  void ping() {
    long now = System.nanoTime() | 1; // never NONE
    if (!asked.compareAndSet(NONE, now)) return;
    context.runOnContext(turn -> {
      worst.accumulateAndGet(System.nanoTime() - now, Math::max);
      asked.set(NONE);
    });
  }

  /** For how long the event loop has owed its sign. */
  Duration unanswered() {
    long since = asked.get();
    return since == NONE ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - since);
  }

  Duration takeWorst() {
    return Duration.ofNanos(Math.max(worst.getAndSet(0), unanswered().toNanos()));
  }

  /** Where the event loop is in the code of this verticle, if it is. */
  Optional<StackTraceElement> ownFrame() {
    return Arrays.stream(thread.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith(room + "."))
        .findFirst();
  }
}
