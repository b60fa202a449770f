package afa.rehearsal;

import afa.rehearsal.Player.Cue;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.function.BiConsumer;

/** Plays the conference on a network: first what was before, then on and on. */
public final class Play {
  private static final long FLOOD_MILLIS = 5;
  private static final int MOST_AT_ONCE = 50; // lets others use the event loop in between

  private final Vertx vertx;
  private final Network network;
  private final Player player;
  private final Tempo tempo;
  private final InstantSource clock;
  private final BiConsumer<Draft, String> witness;
  private double perSecond;
  private long timer = -1; // 0 is the id of somebody else's timer
  private boolean running;
  private Instant silentUntil = Instant.MIN;

  /**
   * @param perSecond posts a second, about; 0 plays nothing until told
   */
  public Play(
      Vertx vertx,
      Network network,
      Conference conference,
      ConferenceDay day,
      Random random,
      InstantSource clock,
      double perSecond) {
    this(
        vertx,
        network,
        new Player(conference, day, random),
        new Tempo(day, random),
        clock,
        perSecond,
        (draft, id) -> {});
  }

  /**
   * @param witness hears of every post just made, with its id
   */
  Play(
      Vertx vertx,
      Network network,
      Player player,
      Tempo tempo,
      InstantSource clock,
      double perSecond,
      BiConsumer<Draft, String> witness) {
    this.vertx = vertx;
    this.network = network;
    this.player = player;
    this.tempo = tempo;
    this.clock = clock;
    this.perSecond = perSecond;
    this.witness = witness;
  }

  /** Puts so many posts into the time before now, more of them the nearer it comes. */
  public void remember(int posts, Duration past) {
    Instant now = clock.instant();
    for (int i = 0; i < posts; i++) {
      double distance = Math.pow(1 - (i + 0.5) / posts, 2);
      remember(now.minusMillis(Math.round(past.toMillis() * distance)));
    }
  }

  /** Puts the next post into the past. */
  Draft remember(Instant at) {
    Cue cue = player.next(at, network);
    player.sent(cue, network.remember(cue.draft(), at));
    return cue.draft();
  }

  /** Begins, or goes on after a silence. */
  public void start() {
    running = true;
    next();
  }

  /** Nothing is posted for that long. */
  public void silence(Duration length) {
    silentUntil = clock.instant().plus(length);
    vertx.cancelTimer(timer);
    if (running) timer = vertx.setTimer(Math.max(1, length.toMillis()), over -> next());
  }

  /** Changes the pace; 0 is silence. */
  public void pace(double value) {
    silentUntil = Instant.MIN;
    perSecond = value;
    vertx.cancelTimer(timer);
    if (running) next();
  }

  public double pace() {
    return perSecond;
  }

  /** Posts so many at that rate on top of the usual. */
  public void flood(int posts, double floodPerSecond) {
    flood(posts, 0, floodPerSecond, System.nanoTime());
  }

  /** Counts by the clock, as timers come late when there is much to do. */
  private void flood(int posts, int sent, double floodPerSecond, long begun) {
    double due = 1 + (System.nanoTime() - begun) / 1e9 * floodPerSecond;
    int now = (int) Math.min(posts, Math.min(due, sent + MOST_AT_ONCE));
    for (int i = sent; i < now; i++) post();
    if (now < posts) {
      vertx.setTimer(FLOOD_MILLIS, later -> flood(posts, now, floodPerSecond, begun));
    }
  }

  public void stop() {
    running = false;
    vertx.cancelTimer(timer);
  }

  private void next() {
    if (!running || perSecond <= 0) return;
    Duration pause = tempo.pause(clock.instant(), perSecond);
    timer = vertx.setTimer(Math.max(1, pause.toMillis()), due -> {
      post();
      next();
    });
  }

  private void post() {
    Cue cue = player.next(clock.instant(), network);
    String id = network.send(cue.draft());
    player.sent(cue, id);
    witness.accept(cue.draft(), id);
  }

  /** Makes a post that is not the player's own; not in a silence. */
  void post(Draft draft) {
    if (clock.instant().isBefore(silentUntil)) return;
    player.sent(new Cue(draft, null), network.send(draft));
  }

  /** Puts a post that is not the player's own into the past. */
  void remember(Draft draft, Instant at) {
    player.sent(new Cue(draft, null), network.remember(draft, at));
  }
}
