package afa.store;

import afa.feed.Coverage;
import afa.feed.Position;
import afa.message.LogPage;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What Redis said of a log when it was last looked at: true until something comes in. Belongs to one
 * event loop.
 */
final class LastLook {
  private @Nullable Position at;
  private @Nullable Future<Map<String, Coverage>> coverage;

  /** This is where the log was found. */
  void found(Position head) {
    if (!head.equals(at)) coverage = null;
    at = head;
  }

  /** Something came in, or may have. */
  void forget() {
    at = null;
    coverage = null;
  }

  boolean isAt(@Nullable Position known) {
    return known != null && known.equals(at);
  }

  /** What follows that number, where it is the last one; empty where only Redis can tell. */
  Optional<LogPage> after(long n) {
    return at == null || at.n() != n
        ? Optional.empty()
        : Optional.of(new LogPage(at.epoch(), n, List.of()));
  }

  /** What the log has of the time of its sources, asked once for all who ask until it is forgotten. */
  Future<Map<String, Coverage>> coverage(Supplier<Future<Map<String, Coverage>>> ask) {
    Future<Map<String, Coverage>> asked = coverage;
    if (asked == null || asked.failed()) asked = ask.get();
    coverage = asked;
    return asked;
  }
}
