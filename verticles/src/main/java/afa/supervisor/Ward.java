package afa.supervisor;

import afa.message.VerticleState;
import afa.message.VerticleStatus;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * A unit under supervision: its state, its restarts, its last error. Used in one thread only, that
 * of {@code own}; moves on at each {@link #tick}.
 */
final class Ward {
  /** What a supervisor makes of changes. */
  interface Listener {
    /** It failed and is tried again, or not. */
    void failed(Ward ward, String error, boolean forGood);

    /** It runs again after a failure. */
    void recovered(Ward ward);

    /** Something is to be told to the cluster. */
    void changed();
  }

  private final Vertx vertx;
  private final Unit unit;
  private final RestartPolicy policy;
  private final Patience patience;
  private final Executor own;
  private final Listener listener;
  private boolean wanted = true;
  private VerticleState state = VerticleState.STOPPED;
  private VerticleState shown = VerticleState.STOPPED; // with what the verticle says itself
  private Instant since = Instant.now();
  private Crew crew;
  private Promise<Void> pending = Promise.promise(); // of the start or stop under way
  private boolean gone = true; // whether nothing of an earlier life is left
  private long began; // the start or stop under way, or the end of what failed; in nanoseconds
  private long due; // the next attempt
  private Duration lastStart = Duration.ofSeconds(1);
  private int byPeople;
  private int byFailures;
  private @Nullable String error;
  private @Nullable Instant errorAt;

  Ward(
      Vertx vertx,
      Unit unit,
      RestartPolicy.Rules rules,
      Patience patience,
      Executor own,
      Listener listener) {
    this.vertx = vertx;
    this.unit = unit;
    this.policy = new RestartPolicy(rules);
    this.patience = patience;
    this.own = own;
    this.listener = listener;
    this.crew = new Crew(vertx, unit.verticle(), failure -> {});
  }

  Unit unit() {
    return unit;
  }

  String name() {
    return unit.verticle();
  }

  VerticleState state() {
    return state;
  }

  Crew crew() {
    return crew;
  }

  Duration lastStart() {
    return lastStart;
  }

  @Nullable String error() {
    return error;
  }

  /** Whether a start or a stop is under way. */
  boolean isBusy() {
    return state == VerticleState.STARTING || state == VerticleState.STOPPING;
  }

  boolean isWanted() {
    return wanted;
  }

  void wanted(boolean wish) {
    wanted = wish;
  }

  /** A person took it in hand: earlier failures do not count any more. */
  void forgive() {
    policy.forget();
  }

  void countRestartByPeople() {
    byPeople++;
  }

  /** Completes when it serves; fails when this attempt failed, after which others follow. */
  Future<Void> start() {
    if (isBusy() || state == VerticleState.RUNNING) return pending.future();
    Crew[] mine = new Crew[1];
    crew = new Crew(vertx, name(), failure -> own.execute(() -> threw(mine[0], failure)));
    mine[0] = crew;
    pending = Promise.promise();
    gone = false;
    began = System.nanoTime();
    become(VerticleState.STARTING);
    launch(crew).onComplete(done -> own.execute(() -> started(mine[0], done)));
    return pending.future();
  }

  private Future<?> launch(Crew launched) {
    return Future.succeededFuture(launched).compose(unit.launch()::deploy); // a throw fails, too
  }

  private void started(Crew which, AsyncResult<?> done) {
    if (which != crew || state != VerticleState.STARTING) return; // given up meanwhile
    if (done.failed()) {
      fail(done.cause(), Plain.words(done.cause()));
      return;
    }
    lastStart = Duration.ofNanos(System.nanoTime() - began);
    become(VerticleState.RUNNING);
    pending.complete();
    if (policy.failures() > 0) listener.recovered(this);
  }

  private void threw(Crew which, Throwable failure) {
    if (which != crew || isBusy()) return;
    Plain.log(name(), failure);
    if (unit.servesStrangers()) tell(Plain.words(failure));
    else if (state == VerticleState.RUNNING) fail(failure, Plain.words(failure));
  }

  private void tell(String sentence) {
    error = sentence;
    errorAt = Instant.now();
    listener.changed();
  }

  /** Ends this life, and decides when there is to be another. */
  private void fail(Throwable cause, String sentence) {
    Promise<Void> attempt = pending;
    tell(sentence);
    end();
    var wait = policy.failed(System.nanoTime(), ThreadLocalRandom.current().nextDouble());
    due = System.nanoTime() + wait.orElse(Duration.ZERO).toNanos();
    become(wait.isPresent() ? VerticleState.BACKOFF : VerticleState.FAILED);
    listener.failed(this, sentence, wait.isEmpty());
    attempt.tryFail(cause);
  }

  private Future<?> end() {
    Crew ending = crew;
    began = System.nanoTime();
    Future<?> ended = ending.end();
    ended.onComplete(left -> own.execute(() -> {
      if (ending == crew) gone = true;
    }));
    return ended;
  }

  /** Completes when it is gone, or was given up; never fails. */
  Future<Void> stop() {
    if (state == VerticleState.STOPPED) return Future.succeededFuture();
    if (state == VerticleState.STOPPING) return pending.future();
    pending.tryFail("stopped while starting");
    pending = Promise.promise();
    Crew ending = crew;
    Future<?> ended = gone ? Future.succeededFuture() : end();
    become(VerticleState.STOPPING);
    Future<Void> stopped = pending.future();
    ended.onComplete(left -> own.execute(() -> {
      if (ending == crew) stopped();
    }));
    return stopped;
  }

  private void stopped() {
    if (state != VerticleState.STOPPING) return;
    gone = true;
    become(VerticleState.STOPPED);
    pending.complete();
  }

  /** What time brings: attempts that are due, waits that are over, hearts that stand still. */
  void tick(boolean mayJudge) {
    switch (state) {
      case STARTING -> {
        if (mayJudge && waited(patience.start())) late();
      }
      case STOPPING -> {
        if (waited(unit.stopPatience())) giveUp();
      }
      case BACKOFF -> again();
      case RUNNING -> look(mayJudge);
      default -> {}
    }
  }

  private boolean waited(Duration most) {
    return System.nanoTime() - began > most.toNanos();
  }

  private void late() {
    String sentence = "it did not start within " + patience.start().toSeconds() + " s";
    fail(new IllegalStateException(sentence), sentence);
  }

  private void giveUp() {
    tell("it did not stop within " + unit.stopPatience().toSeconds() + " s and was given up");
    stopped();
  }

  private void again() {
    if (System.nanoTime() - due < 0 || !(gone || waited(unit.stopPatience()))) return;
    byFailures++;
    start().onFailure(told -> {}); // by the next failure
  }

  private void look(boolean mayJudge) {
    crew.ping();
    if (mayJudge) {
      crew.blocking(patience.loop())
          .or(() -> Health.silence(crew))
          .ifPresent(reason -> fail(new IllegalStateException(reason), reason));
    }
    show();
  }

  private void become(VerticleState next) {
    state = next;
    show();
  }

  private void show() {
    boolean hindered = state == VerticleState.RUNNING && Health.trouble(crew) != null;
    VerticleState now = hindered ? VerticleState.DEGRADED : state;
    if (now == shown) return;
    if (hindered) {
      error = Health.trouble(crew);
      errorAt = Instant.now();
    }
    shown = now;
    since = Instant.now();
    listener.changed();
  }

  VerticleStatus status() {
    boolean runs = state == VerticleState.RUNNING;
    return new VerticleStatus(
        name(),
        wanted,
        shown,
        since,
        runs && Health.standsBy(crew),
        Health.worked(crew),
        Health.work(crew),
        runs ? Health.lag(crew) : null,
        unit.lagMeaning(),
        byPeople,
        byFailures,
        error,
        errorAt);
  }
}
