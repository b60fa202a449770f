package afa.source;

import afa.feed.Coverage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a source's {@link Coverage} from what happens to it: what is claimed was heard, what is not
 * heard is never claimed. All times are ours. Pure; to be used by one thread.
 */
public final class CoverageKeeper {
  /** Until somebody says why, a source that was away was not running. */
  static final String NOT_RUNNING = "the reader was not running";

  private Coverage coverage = Coverage.NONE;
  private @Nullable Instant openSince; // null while nothing is heard
  private String reason = NOT_RUNNING;

  /** Goes on with what was claimed by an earlier run, perhaps of another node. */
  public void resume(@Nullable Coverage stored) {
    coverage = stored == null ? Coverage.NONE : stored;
  }

  /** From now on everything is heard. What lies between here and the last claim is a gap. */
  public void connected(Instant at) {
    takeBack(at);
    coverage.end().filter(at::isAfter).ifPresent(end -> missed(end, at, reason));
    openSince = at;
  }

  /** Something was heard, a keep-alive at least: nothing can have been missed until now. */
  public void alive(Instant at) {
    takeBack(at);
    if (openSince != null) coverage = coverage.streamed(openSince, at);
  }

  /** Our clock was ahead: nobody can have heard anything of a time that is still to come. */
  private void takeBack(Instant now) {
    coverage.end().filter(now::isBefore).ifPresent(ahead -> {
      coverage = coverage.within(coverage.begin().orElse(now), now);
      if (openSince != null && openSince.isAfter(now)) openSince = now;
    });
  }

  /** Nothing is heard any more since the last sign of life. */
  public void ended(String why) {
    openSince = null;
    reason = why;
  }

  /** What was missing of this time was brought in. */
  public void filled(Instant from, Instant to, long posts) {
    coverage = coverage.filled(from, to, posts);
  }

  /** Posts of this time will stay missing, or may. */
  public void missed(Instant from, Instant to, String why) {
    coverage = coverage.missed(from, to, why);
  }

  /** It was looked for what might be missing of this time, and nothing was. */
  public void confirmed(Instant from, Instant to) {
    coverage = coverage.confirmed(from, to);
  }

  /** Posts of a time that seemed complete had not come, and were brought in. */
  public void found(Instant from, Instant to, long posts, String why) {
    coverage = coverage.found(from, to, posts, why);
  }

  public Coverage coverage() {
    return coverage;
  }
}
