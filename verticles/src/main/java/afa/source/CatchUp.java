package afa.source;

import afa.message.SourceCursor;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes the gap before a connection: asks the network for it, or waits until the network has
 * replayed it. The stored cursor stays before an open gap, and coverage says so until it is closed.
 */
final class CatchUp {
  private static final Logger log = LoggerFactory.getLogger(CatchUp.class);

  private final SourceContext context;
  private final StreamReader.Network network;
  private final StreamTuning tuning;
  private final Consumer<@Nullable String> changed;
  private final Backoff backoff;
  private @Nullable Bookmark bookmark; // stored, or on the way there
  private @Nullable Gap gap; // null while none is open
  private @Nullable Suspicion suspicion;
  private boolean replays;

  /** What may be missing before a connection. */
  private static final class Gap {
    final Instant from;
    final Instant to;
    final boolean isFirst; // nothing was ever claimed before
    int added; // posts of a replay that were new

    Gap(Instant from, Instant to, boolean isFirst) {
      this.from = from;
      this.to = to;
      this.isFirst = isFirst;
    }
  }

  /** A time in which a connection was silent; perhaps there was nothing to say. */
  private record Suspicion(Instant from, Instant to) {}

  /**
   * @param changed told a remark, or null, whenever {@link #isOpen} may have changed
   */
  CatchUp(
      SourceContext context,
      StreamReader.Network network,
      StreamTuning tuning,
      Consumer<@Nullable String> changed) {
    this.context = context;
    this.network = network;
    this.tuning = tuning;
    this.changed = changed;
    this.backoff = new Backoff(tuning.backoff());
  }

  void resume(SourceCursor stored) {
    bookmark = Bookmark.parse(stored.cursor()).orElse(null);
  }

  /** The network's cursor. */
  @Nullable
  String cursor() {
    return bookmark == null ? null : bookmark.cursor();
  }

  boolean isOpen() {
    return gap != null;
  }

  /** Whether what the connection brings now is of the past. */
  boolean isReplaying() {
    return gap != null && replays;
  }

  /** A connection was made; nothing was heard since the last claim. */
  void connected(Instant now) {
    Instant end = context.coverage().coverage().end().orElse(null);
    context.coverage().connected(now);
    Instant from = end == null ? now : earlier(end, now);
    if (bookmark != null) from = earlier(bookmark.at(), from);
    gap = new Gap(from.minus(tuning.overlap()), now, end == null && bookmark == null);
  }

  void disconnected() {
    gap = null;
  }

  /** A connection was silent for suspiciously long: what it did not bring is looked for. */
  void suspect(Instant from, Instant to, String reason) {
    suspicion = new Suspicion(from, to);
    context.coverage().missed(from, to, reason);
    if (bookmark != null) bookmark = new Bookmark(earlier(from, bookmark.at()), bookmark.cursor());
  }

  /** Asks for what is missing. */
  void begin() {
    Gap open = gap;
    if (open == null) return;
    replays = false;
    Future<Harvest> asked =
        Asking.within(context.vertx(), tuning.longestLook(), this::ask, late -> {});
    if (replays) return;
    asked.compose(harvest -> store(open, harvest)).onFailure(failure -> tryAgain(open, failure));
  }

  private Future<Harvest> ask() {
    Future<Harvest> asked = network.catchUp(cursor(), Instant.now());
    replays = asked == null;
    return asked == null ? Future.succeededFuture(Harvest.of(List.of(), null)) : asked;
  }

  private Future<Void> store(Gap open, Harvest harvest) {
    if (harvest.cursor() != null) bookmark = new Bookmark(open.to, harvest.cursor());
    String stored = harvest.cursor() == null ? null : String.valueOf(bookmark);
    return context.bring(harvest.posts(), harvest.retracted(), stored).map(done -> {
      harvest.missing().forEach(sentence -> context.counters().gap());
      close(open, harvest.reachedBackTo(), done.added());
      changed.accept(harvest.missing().isEmpty() ? null : String.join("; ", harvest.missing()));
      return null;
    });
  }

  /** The replay has come to the present; all of it is stored once this is. */
  void caughtUp(@Nullable Instant reachedBackTo) {
    Gap open = gap;
    if (open == null) return;
    context.bring(List.of(), List.of(), null).onSuccess(stored -> {
      close(open, reachedBackTo, open.added);
      changed.accept(null);
    });
  }

  /** Posts of a replay were stored. */
  void replayed(Stored stored) {
    if (gap != null) gap.added += stored.added();
  }

  /** What to store with something that the connection brought; null while a gap must stay known. */
  @Nullable
  String reached(@Nullable String cursor) {
    if (cursor == null || (gap != null && !replays)) return null;
    bookmark = new Bookmark(gap == null ? Instant.now() : gap.from, cursor);
    return bookmark.toString();
  }

  private void close(Gap closed, @Nullable Instant reached, int added) {
    backoff.succeeded();
    // The overlap reaches back to where nothing was ever claimed; that is not for us to change.
    Instant begin = context.coverage().coverage().begin().orElse(closed.to);
    Instant from = closed.isFirst ? closed.to : later(closed.from, begin);
    if (reached != null && (closed.isFirst || reached.isAfter(from))) {
      from = earlier(reached, closed.to);
    }
    Suspicion suspected = suspicion;
    if (suspected != null && !suspected.to().isAfter(closed.to)) {
      if (added == 0) context.coverage().confirmed(later(from, suspected.from()), closed.to);
      suspicion = null;
    }
    context.coverage().filled(from, closed.to, added);
    context.save(); // or a kill in the next seconds would leave a gap that is none
    if (gap == closed) gap = null;
  }

  private void tryAgain(Gap open, Throwable failure) {
    if (!(failure instanceof SourceFailure)) {
      log.error("Catching up failed: source={}", context.source(), failure);
    }
    if (gap != open) return;
    SourceProblem problem = SourceFailure.problem(failure);
    Duration wait = backoff.after(problem, Duration.ZERO, Instant.now());
    changed.accept("posts missed meanwhile wait: " + problem.sentence());
    context.vertx().setTimer(Math.max(1, wait.toMillis()), due -> {
      if (gap == open) begin();
    });
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
