package afa.x;

import afa.feed.CoverageInterval;
import afa.feed.CoverageInterval.Kind;
import afa.feed.Post;
import afa.source.CoverageKeeper;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What may be claimed of X's time. A connection's last moments are not: what was posted then was
 * still on its way. Nor is time that was searched while the rules ask for reposts, which search does
 * not give. Times are ours.
 */
final class XCoverage {
  static final String REPOSTS = "all but reposts was fetched; X gives no reposts afterwards";
  /** Where one post was not delivered, its neighbours are not to be sworn to. */
  private static final Duration AROUND = Duration.ofSeconds(1);

  private static final String UNDELIVERED = "X's stream had not delivered it";

  private final CoverageKeeper keeper;
  private final Duration late;
  private final boolean reposts;
  private final UnaryOperator<Instant> ours;
  private Instant openSince; // null while there is no connection
  private Instant heard;
  private Suspicion suspicion; // null while there is none

  /** A time in which a connection was silent; perhaps there was nothing to say. */
  private record Suspicion(Instant from, Instant to) {}

  /**
   * @param late how long what was posted may be on its way
   * @param reposts whether the rules ask for them
   * @param ours makes a time of X's clock one of ours
   */
  XCoverage(CoverageKeeper keeper, Duration late, boolean reposts, UnaryOperator<Instant> ours) {
    this.keeper = keeper;
    this.late = late;
    this.reposts = reposts;
    this.ours = ours;
  }

  void connected(Instant now) {
    keeper.connected(now);
    openSince = now;
    heard = now;
  }

  void alive(Instant now) {
    keeper.alive(now);
    heard = now;
  }

  /** Nothing is heard any more, for a reason that people understand. */
  void ended(String why) {
    if (openSince != null) {
      Instant sure = heard.minus(late);
      keeper.missed(sure.isBefore(openSince) ? openSince : sure, heard, why);
    }
    keeper.ended(why);
    openSince = null;
  }

  /** A connection seemed to live, and may not have. */
  void suspect(Instant from, Instant to, String why) {
    keeper.missed(from, to, why);
    suspicion = new Suspicion(from, to);
  }

  /** Nobody listens at this time by intent; what was said of it stays. */
  void pauses(Instant to, String why) {
    keeper.coverage().end().filter(to::isAfter).ifPresent(from -> keeper.missed(from, to, why));
  }

  /**
   * Everything that search gives of this time was brought in.
   *
   * @param fresh those posts that were new
   */
  void fetched(Instant from, Instant to, List<Post> fresh) {
    int claimed = 0;
    for (CoverageInterval whole : keeper.coverage().intervals()) {
      if (whole.kind() == Kind.COMPLETE) claimed += found(whole, fresh);
    }
    boolean wasReal = suspicion != null && !suspicion.to().isAfter(to) && fresh.isEmpty();
    // Twenty posts were expected; that all of them were reposts need not be feared.
    if (wasReal) keeper.confirmed(suspicion.from(), suspicion.to());
    if (suspicion != null && !suspicion.to().isAfter(to)) suspicion = null;
    if (reposts) relabel(from, to, REPOSTS);
    else keeper.filled(from, to, fresh.size() - claimed);
  }

  /** This time will stay incomplete. */
  void lost(Instant from, Instant to, String why) {
    relabel(from, to, why);
  }

  /** Posts of a time that was claimed to be complete. */
  private int found(CoverageInterval claimed, List<Post> fresh) {
    List<Instant> times = fresh.stream()
        .map(post -> ours.apply(post.postedAt()))
        .filter(at -> !at.isBefore(claimed.from()) && at.isBefore(claimed.to()))
        .sorted(Comparator.naturalOrder())
        .toList();
    if (times.isEmpty()) return 0;
    Instant from = later(times.get(0).minus(AROUND), claimed.from());
    Instant to = earlier(times.get(times.size() - 1).plus(AROUND), claimed.to());
    if (reposts) keeper.missed(from, to, REPOSTS);
    else keeper.found(from, to, times.size(), UNDELIVERED);
    return times.size();
  }

  private void relabel(Instant from, Instant to, String why) {
    if (!from.isBefore(to)) return;
    for (CoverageInterval part : keeper.coverage().within(from, to).intervals()) {
      if (part.kind() == Kind.UNKNOWN) keeper.missed(part.from(), part.to(), why);
    }
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
