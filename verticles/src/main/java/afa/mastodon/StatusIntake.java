package afa.mastodon;

import afa.feed.Post;
import afa.mastodon.StatusResult.Hidden;
import afa.mastodon.StatusResult.Malformed;
import afa.mastodon.StatusResult.Shown;
import afa.source.SourceCounters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts whatever a server sends, remembers its ids, and gathers what is to be stored. */
final class StatusIntake {
  private static final Logger log = LoggerFactory.getLogger(StatusIntake.class);

  /** A broken server must not fill the log. */
  private static final Duration QUIET = Duration.ofMinutes(1);

  private final String part;
  private final SourceCounters counters;
  private final LocalIds ids;
  private final Predicate<String> decides;
  private Instant loggedAt = Instant.EPOCH;
  private long malformed; // since the last line in the log

  /**
   * @param part for the log
   * @param decides whether this server's word counts as to what became of a status, by its uri
   */
  StatusIntake(String part, SourceCounters counters, LocalIds ids, Predicate<String> decides) {
    this.part = part;
    this.counters = counters;
    this.ids = ids;
    this.decides = decides;
  }

  /**
   * What is to be stored.
   *
   * @param retracted identities
   */
  record Taken(List<Post> posts, List<String> retracted) {
    Taken() {
      this(new ArrayList<>(), new ArrayList<>());
    }
  }

  /** A status as a timeline or the stream brings it. */
  void take(StatusResult result, Taken into) {
    if (result instanceof Malformed broken) malformed(broken.reason());
    else counters.received();
    if (result instanceof Hidden) counters.filtered();
    if (!(result instanceof Shown shown)) return;
    ids.remember(shown.localId(), shown.post().id());
    into.posts().add(shown.post());
  }

  /** A status that changed: it may be none for us any more, or one only now. */
  void takeEdited(StatusResult result, Taken into) {
    boolean untagged = result instanceof Shown shown && !shown.tagged();
    if (!untagged) take(result, into);
    if (untagged) {
      counters.received();
      counters.filtered();
      retract(((Shown) result).post().id(), into);
    }
    if (result instanceof Hidden hidden) retract(hidden.uri(), into);
  }

  /** The server deleted a status; of most of them nothing was ever shown. */
  void takeDeleted(String id, Taken into) {
    String uri = ids.uri(id);
    if (uri == null) return;
    ids.forget(id);
    retract(uri, into);
  }

  /** Something came that should have been a status; the flow goes on. */
  void malformed(String reason) {
    counters.received();
    counters.malformed();
    malformed++;
    Instant now = Instant.now();
    if (loggedAt.isAfter(now.minus(QUIET))) return;
    log.warn("Malformed statuses: source={} count={} last={}", part, malformed, reason);
    loggedAt = now;
    malformed = 0;
  }

  private void retract(String uri, Taken into) {
    if (decides.test(uri)) into.retracted().add(identity(uri));
  }

  static String identity(String uri) {
    return MastodonSource.NAME + ":" + uri;
  }
}
