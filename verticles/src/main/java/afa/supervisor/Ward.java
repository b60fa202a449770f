package afa.supervisor;

import afa.message.VerticleState;
import afa.message.VerticleStatus;
import afa.supervisor.RestartPolicy.Rules;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A unit under supervision: its state, its restarts, its last error. Used in one thread only, that
 * of {@code own}; moves on at each {@link #tick}.
 */
final class Ward {
  private final Vertx vertx;
  private final Unit unit;
  private final RestartPolicy policy;
  private final Patience patience;
  private final Executor own;
  private final WardListener listener;
  private final Story story;
  private boolean wanted = true;
  private VerticleState state = VerticleState.STOPPED;
  private Crew crew;
  private Promise<Void> pending = Promise.promise(); // of the start or stop under way
  private boolean gone = true; // whether nothing of an earlier life is left
  private long began; // the start or stop under way, or the end of what failed; in nanoseconds
  private long due; // the next attempt
  private Duration lastStart = Duration.ofSeconds(1);

  Ward(
      Vertx vertx, Unit unit, Rules rules, Patience patience, Executor own, WardListener listener) {
    this.vertx = vertx;
    this.unit = unit;
    this.policy = new RestartPolicy(rules);
    this.patience = patience;
    this.own = own;
    this.listener = listener;
    this.story = new Story(unit);
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

  /** How long a person's restart took, for the next forecast. */
  void restartTook(Duration measured) {
    lastStart = measured;
  }

  /** It stops as there is nothing left to do. */
  void tellOver(String why) {
    listener.over(this, why);
  }

  void countRestartByPeople() {
    story.restartedByPerson();
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
    story.error(sentence);
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

  /** Nothing is started any more; only stops that take too long are given up. */
  void tickAtTheEnd() {
    if (state == VerticleState.STOPPING && waited(unit.stopPatience())) giveUp();
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
    story.restartedAfterFailure();
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
    if (story.shows(state, crew)) listener.changed();
  }

  VerticleStatus status() {
    return story.told(wanted, crew);
  }
}
