package afa.x;

import afa.feed.Post;
import afa.source.SourceCounters;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts whatever X sends, and lets through what is to be shown. */
final class XIntake {
  private static final Logger log = LoggerFactory.getLogger(XIntake.class);

  /** A broken server must not fill the log. */
  private static final Duration QUIET = Duration.ofMinutes(1);

  private final String event;
  private final SourceCounters counters;
  private final XBudget budget;
  private Instant loggedAt = Instant.EPOCH;
  private long malformed; // since the last line in the log

  XIntake(String event, SourceCounters counters, XBudget budget) {
    this.event = event;
    this.counters = counters;
    this.budget = budget;
  }

  /** The post to append, if there is one. */
  Optional<Post> take(XLine line, Instant now) {
    if (line instanceof XLine.Shown shown) {
      received(now);
      return Optional.of(shown.post());
    }
    if (line instanceof XLine.Filtered filtered) {
      received(now);
      counters.filtered();
      log.debug("Filtered: event={} reason={}", event, filtered.reason());
    }
    if (line instanceof XLine.Malformed broken) malformed(broken.reason(), now);
    return Optional.empty();
  }

  /** Something came that should have been a post and is not readable; the flow goes on. */
  void malformed(String reason, Instant now) {
    counters.received();
    counters.malformed();
    malformed++;
    if (loggedAt.isAfter(now.minus(QUIET))) return;
    log.warn("Malformed lines from X: event={} count={} last={}", event, malformed, reason);
    loggedAt = now;
    malformed = 0;
  }

  private void received(Instant now) {
    counters.received();
    budget.spend(now);
  }
}
