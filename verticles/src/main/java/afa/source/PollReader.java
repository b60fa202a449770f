package afa.source;

import afa.message.SourceReported.State;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a network again and again for what is new, and waits as long as its answers ask for. */
public final class PollReader implements SourceReader, Appender.Brake {
  private static final Logger log = LoggerFactory.getLogger(PollReader.class);

  /** A look that comes later than so many intervals did not come in time. */
  private static final double LATE = 2.5;

  /** A network, or a part of one, that can be asked. */
  public interface Poll {
    /**
     * Asks for everything from the cursor on; fails with {@link SourceFailure}.
     *
     * @param cursor of the last harvest, absent at first
     */
    Future<Harvest> poll(@Nullable String cursor, Instant now);
  }

  /**
   * How often.
   *
   * @param settle how long after its publication a post can be found for certain
   * @param longestLook after which a look has failed
   */
  public record Rhythm(
      Duration every, Duration settle, BackoffRules backoff, Duration longestLook) {

    public Rhythm(Duration every, Duration settle, BackoffRules backoff) {
      this(every, settle, backoff, Asking.LONGEST_LOOK);
    }

    /** How old the claim of a look becomes until the next one that came in time. */
    public static Duration patience(Duration every, Duration settle) {
      return late(every).plus(settle);
    }

    private static Duration late(Duration every) {
      return Duration.ofMillis((long) (LATE * every.toMillis()));
    }
  }

  private final SourceContext context;
  private final Poll poll;
  private final Rhythm rhythm;
  private final @Nullable String limits;
  private final Backoff backoff;
  private @Nullable String cursor;
  private @Nullable Instant reachedBackTo; // the latest that any look told
  private String trouble = CoverageKeeper.NOT_RUNNING; // why the last look is so long ago
  private @Nullable Instant claimed; // up to where the last look could claim; absent before one
  private long timer = -1;
  private boolean polling;
  private boolean stopped;

  public PollReader(SourceContext context, Poll poll, Rhythm rhythm) {
    this(context, poll, rhythm, null);
  }

  /**
   * @param limits what the operator should know while all is well, such as what this way of asking
   *     cannot see; absent when there is nothing
   */
  public PollReader(SourceContext context, Poll poll, Rhythm rhythm, @Nullable String limits) {
    this.context = context;
    this.poll = poll;
    this.rhythm = rhythm;
    this.limits = limits;
    this.backoff = new Backoff(rhythm.backoff());
    context.status().claimsWithin(Rhythm.patience(rhythm.every(), rhythm.settle()));
    context.brake(this);
  }

  @Override
  public void start() {
    context.resume().onSuccess(stored -> {
      cursor = stored.cursor();
      look();
    });
  }

  @Override
  public Future<Void> stop() {
    stopped = true;
    context.vertx().cancelTimer(timer);
    return context.close();
  }

  /** Looks now instead of waiting for the next time. */
  public void lookNow() {
    if (!polling && !stopped) lookAfter(Duration.ZERO);
  }

  private void look() {
    if (stopped || polling || context.isFull()) return; // goOn looks again
    polling = true;
    Instant begun = Instant.now();
    ask(begun)
        .compose(harvest -> take(harvest, begun))
        .onComplete(done -> polling = false)
        .onSuccess(remark -> worked(remark))
        .onFailure(this::failed);
  }

  private Future<Harvest> ask(Instant begun) {
    return Asking.within(
        context.vertx(), rhythm.longestLook(), () -> poll.poll(cursor, begun), late -> {});
  }

  /** What is claimed is claimed once the posts are stored; a remark, or null when all is well. */
  private Future<@Nullable String> take(Harvest harvest, Instant begun) {
    context.counters().connected();
    context.status().sign(Instant.now());
    harvest.missing().forEach(sentence -> context.counters().gap());
    if (harvest.cursor() != null) cursor = harvest.cursor();
    String remark = harvest.missing().isEmpty() ? null : String.join("; ", harvest.missing());
    return context.bring(harvest.posts(), harvest.retracted(), harvest.cursor()).map(stored -> {
      if (stored.added() > 0) context.status().post(Instant.now());
      claim(harvest, begun.minus(rhythm.settle()), stored.added(), remark);
      return remark;
    });
  }

  private void claim(Harvest harvest, Instant until, int added, @Nullable String remark) {
    CoverageKeeper coverage = context.coverage();
    Instant reached = reachedBackTo(harvest);
    Instant end = coverage.coverage().end().orElse(claimed);
    claimed = reached != null && reached.isAfter(until) ? reached : until;
    if (end == null) { // the first look of all
      if (reached != null) coverage.filled(reached, until, added);
      return;
    }
    Instant from = end;
    if (reached != null && reached.isAfter(end)) {
      from = reached.isBefore(until) ? reached : until;
      coverage.missed(end, from, remark == null ? "more posts than could be had" : remark);
    }
    if (isLate(end, until)) {
      coverage.missed(from, until, trouble);
      coverage.filled(from, until, added);
    } else {
      coverage.connected(from);
      coverage.alive(until);
    }
  }

  /** A loss behind {@code until} is claimed by no later look either. */
  private @Nullable Instant reachedBackTo(Harvest harvest) {
    Instant now = harvest.reachedBackTo();
    if (now != null && (reachedBackTo == null || now.isAfter(reachedBackTo))) reachedBackTo = now;
    return reachedBackTo;
  }

  private boolean isLate(Instant before, Instant until) {
    return Duration.between(before, until).compareTo(Rhythm.late(rhythm.every())) > 0;
  }

  private void worked(@Nullable String remark) {
    backoff.succeeded();
    trouble = CoverageKeeper.NOT_RUNNING;
    if (stopped) return;
    context.status().is(State.POLLING, remark == null ? limits : remark);
    // A little more each time, so that many feeds are not asked for at the same moment for ever.
    double jitter = 1 + ThreadLocalRandom.current().nextDouble() / 10;
    lookAfter(Duration.ofMillis((long) (rhythm.every().toMillis() * jitter)));
  }

  private void failed(Throwable failure) {
    if (!(failure instanceof SourceFailure)) {
      log.error("Asking failed: event={} source={}", context.event(), context.source(), failure);
    }
    if (stopped) return;
    SourceProblem problem = SourceFailure.problem(failure);
    trouble = problem.sentence();
    Duration wait = backoff.after(problem, Duration.ZERO, Instant.now());
    context.status().failed(problem, wait);
    lookAfter(wait);
  }

  private void lookAfter(Duration wait) {
    context.vertx().cancelTimer(timer);
    timer = context.vertx().setTimer(Math.max(1, wait.toMillis()), due -> look());
  }

  @Override
  public void stopReading() {
    context.status().is(State.DEGRADED, "waiting for the store");
  }

  @Override
  public void goOn() {
    lookNow();
  }
}
