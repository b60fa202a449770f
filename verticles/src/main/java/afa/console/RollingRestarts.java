package afa.console;

import afa.bus.BusFailure;
import afa.http.Problem;
import afa.message.AbortRolling;
import afa.message.Addresses;
import afa.message.CommandVerticle.Action;
import afa.message.RollingTold;
import afa.message.VerticleCommanded;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Sees to the rolling restart that was begun here, and knows those that were begun elsewhere. */
final class RollingRestarts {
  private final EventBus bus;
  private final Board board;
  private final Commands commands;
  private final Audit audit;
  private final LongSupplier clock;
  private final RollingBook book = new RollingBook();
  private @Nullable Rolling own;
  private Commands.@Nullable Caller caller;

  RollingRestarts(EventBus bus, Board board, Commands commands, Audit audit, LongSupplier clock) {
    this.bus = bus;
    this.board = board;
    this.commands = commands;
    this.audit = audit;
    this.clock = clock;
  }

  void heard(RollingTold told) {
    book.heard(told, clock.getAsLong());
  }

  /** Those that nobody sees to any more. */
  List<RollingTold> endSilent() {
    return book.endSilent(clock.getAsLong());
  }

  Optional<RollingTold> find(String id) {
    return book.find(id);
  }

  /** What it would come to on all nodes together; fails with a {@link Refusal}. */
  Future<VerticleCommanded> tell(String verticle, String who) {
    Rolling imagined = imagine("", verticle, who);
    List<String> nodes = imagined.waiting();
    if (nodes.isEmpty()) return Future.failedFuture(nowhere(verticle));
    List<Future<VerticleCommanded>> asked = nodes.stream()
        .map(node -> commands.tell(node, verticle, Action.RESTART, who))
        .toList();
    return Future.all(asked).map(all -> sum(verticle, nodes, all.list()));
  }

  private static VerticleCommanded sum(
      String verticle, List<String> nodes, List<VerticleCommanded> each) {
    long readers = each.stream().mapToLong(VerticleCommanded::readers).sum();
    long posts = each.stream().mapToLong(VerticleCommanded::postsAtRisk).sum();
    double seconds = each.stream().mapToDouble(VerticleCommanded::seconds).sum();
    String sentence = String.format(
        "%s is restarted on %s, one after the other: %,d readers move, %,d posts at risk, about %.0f s.",
        verticle, String.join(", ", nodes), readers, posts, Math.ceil(seconds + 3 * nodes.size()));
    return new VerticleCommanded(false, sentence, readers, posts, seconds);
  }

  /** Begins it; fails with a {@link Refusal}. Completes with its id at once. */
  Future<String> begin(String verticle, Commands.Caller by) {
    Optional<RollingTold> running = book.running();
    if (own != null && !own.isOver()) return Future.failedFuture(busyWith(own.verticle()));
    if (running.isPresent()) return Future.failedFuture(busyWith(running.get().verticle()));
    String id = UUID.randomUUID().toString();
    Rolling rolling = imagine(id, verticle, by.person().name());
    if (rolling.waiting().isEmpty()) return Future.failedFuture(nowhere(verticle));
    own = rolling;
    caller = by;
    audit.tell(
        audit.node(),
        verticle,
        by.person().name(),
        "rolling",
        false,
        "Rolling restart begun by " + by + ".");
    return Addresses.abortRolling(id)
        .serve(bus, request -> abortOwn(rolling, request))
        .onSuccess(served -> step())
        .map(id);
  }

  private Rolling imagine(String id, String verticle, String who) {
    return new Rolling(id, verticle, audit.node(), who, board.nodes(clock.getAsLong()));
  }

  private static Refusal nowhere(String verticle) {
    return new Refusal(Problem.notFound("no node that is heard runs " + verticle));
  }

  private static Refusal busyWith(String verticle) {
    return Refusal.conflict("a rolling restart of " + verticle + " is under way");
  }

  /** Begins no further node; fails with a {@link Refusal}. */
  Future<RollingTold> abort(String id, String who) {
    Optional<RollingTold> known = book.find(id);
    if (known.isEmpty()) {
      return Future.failedFuture(
          new Refusal(Problem.notFound("there is no rolling restart " + id)));
    }
    if (known.get().state() != RollingTold.State.RUNNING) {
      return Future.failedFuture(Refusal.conflict("it is over"));
    }
    return Addresses.abortRolling(id).call(bus, new AbortRolling(who));
  }

  private Future<RollingTold> abortOwn(Rolling rolling, AbortRolling request) {
    if (rolling.isOver()) {
      return Future.failedFuture(new BusFailure(BusFailure.Kind.INVALID, "it is over"));
    }
    rolling.abort();
    audit.tell(
        audit.node(),
        rolling.verticle(),
        request.who(),
        "abort",
        false,
        "The rolling restart is aborted.");
    step();
    return Future.succeededFuture(rolling.told(Instant.now()));
  }

  /** Looks and goes on; to be called every second. */
  void step() {
    Rolling rolling = own;
    if (rolling == null || rolling.isOver()) return;
    long now = clock.getAsLong();
    rolling.catchingUp().ifPresent(node -> rolling.look(node, board.node(node, now), now));
    rolling.begin().ifPresent(node -> restart(rolling, node));
    publish(rolling);
  }

  private void restart(Rolling rolling, String node) {
    if (caller == null) return;
    commands
        .act(node, rolling.verticle(), Action.RESTART, caller)
        .onSuccess(answer -> {
          if (answer.done()) rolling.restarted(node, answer.sentence(), clock.getAsLong());
          else rolling.failed(node, answer.sentence());
        })
        .onFailure(failure -> rolling.failed(node, String.valueOf(failure.getMessage())))
        .onComplete(answered -> {
          if (rolling.isOver()) publish(rolling);
          else step();
        });
  }

  private void publish(Rolling rolling) {
    RollingTold told = rolling.told(Instant.now());
    Addresses.ROLLING.publish(bus, told);
    if (!rolling.isOver() || own != rolling) return;
    own = null;
    boolean bad = told.state() != RollingTold.State.DONE;
    audit.tell(
        audit.node(),
        told.verticle(),
        told.who(),
        "rolling",
        bad,
        "Rolling restart: " + told.sentence());
  }

  /** This console stops. A restart of itself is still ended by the answer to it. */
  void leave() {
    Rolling rolling = own;
    if (rolling == null || rolling.isOver()) return;
    if (rolling.verticle().equals("console") && rolling.waiting().isEmpty()) return;
    rolling.abandon("Its outcome is unknown: the console of " + audit.node()
        + ", which saw to it, was stopped.");
    publish(rolling);
  }
}
