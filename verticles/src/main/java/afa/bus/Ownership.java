package afa.bus;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * The one in the cluster: waits until nobody else has the seat of that name, keeps it while this
 * node lives, and notices when it is lost. In a cluster of one it is had at once. To be used on one
 * event loop.
 *
 * <p>A node that was paused or cut off may believe for a while that it is the owner when another one
 * has taken over; whoever they both write to must tell them apart (docs/decisions/0008).
 */
public final class Ownership {
  /** Between two looks at the seat on average; so long an owner's end goes unnoticed at most. */
  private static final Duration PAUSE = Duration.ofMillis(500);

  /** How long an answer of the cluster is waited for; meanwhile all stays as it is. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /**
   * How long one that was refused stays away: until two halves of a cluster have merged, as each
   * would otherwise take the seat from the other every second.
   */
  public static final Duration REST = Duration.ofSeconds(10);

  /** How long the end of what an owner runs is waited for. */
  private static final Duration LAST_WORDS = Duration.ofSeconds(5);

  /** What runs on the owner's node. */
  public interface Owner {
    /** This node is the owner. */
    void begin();

    /** It is not any more, or wants to stop; completes when nothing runs on. */
    Future<?> end();
  }

  private final Vertx vertx;
  private final Seat seat;
  private final Duration rest;
  private final Owner owner;
  private Future<?> ended = Future.succeededFuture(); // of the last time we owned it
  private boolean owning;
  private boolean resting;
  private boolean stopped;

  /**
   * @param name of what is owned, the same on all nodes
   */
  public Ownership(Vertx vertx, String name, Owner owner) {
    this(vertx, name, REST, owner);
  }

  /**
   * @param rest how long one that gave up stays away
   */
  public Ownership(Vertx vertx, String name, Duration rest, Owner owner) {
    this.vertx = vertx;
    this.seat = new Seat(vertx, name);
    this.rest = rest;
    this.owner = owner;
  }

  /** Begins to wait for its turn; to be called once. */
  public void start() {
    look();
  }

  /** Somebody newer is there: ends what runs, lets go, and after a rest stands by again. */
  public void giveUp() {
    if (!owning || stopped) return;
    resting = true;
    end()
        .compose(done -> leave())
        .onComplete(left -> vertx.setTimer(rest.toMillis(), rested -> {
          resting = false;
          look();
        }));
  }

  /** Ends what runs, then lets another node have it; also while still waiting. */
  public Future<Void> stop() {
    stopped = true;
    return (owning ? end() : ended).compose(done -> leave());
  }

  private void look() {
    if (stopped || resting) return;
    bounded(seat.take().onSuccess(this::tooLate), PATIENCE)
        .otherwise(unknown -> owning) // the cluster is not to be reached: that passes
        .onSuccess(this::has)
        .onComplete(looked -> vertx.setTimer(pauseMillis(), timer -> look()));
  }

  /** However late it was had: nobody else may sit behind one that does not want it any more. */
  private void tooLate(boolean ours) {
    if (ours && (stopped || resting)) leave();
  }

  private void has(boolean ours) {
    if (stopped || resting) return;
    if (ours && !owning && ended.isComplete()) {
      owning = true;
      owner.begin();
    } else if (!ours && owning) {
      end();
    }
  }

  private Future<?> end() {
    owning = false;
    ended = bounded(owner.end(), LAST_WORDS).otherwiseEmpty();
    return ended;
  }

  private Future<Void> leave() {
    return bounded(seat.leave(), PATIENCE).otherwiseEmpty().mapEmpty();
  }

  private static <T> Future<T> bounded(Future<T> step, Duration patience) {
    return step.timeout(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static long pauseMillis() {
    return pause(ThreadLocalRandom.current().nextDouble()).toMillis();
  }

  /**
   * Nodes that lost their owner at the same moment would otherwise ask at the same moments for ever.
   *
   * @param random from 0 (inclusive) to 1 (exclusive)
   */
  static Duration pause(double random) {
    return Duration.ofMillis((long) (PAUSE.toMillis() * (0.5 + random)));
  }
}
