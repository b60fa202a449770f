package afa.console;

import afa.http.Home;
import afa.http.Problem;
import afa.message.Addresses;
import afa.message.CommandVerticle;
import afa.message.CommandVerticle.Action;
import afa.message.VerticleCommanded;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongSupplier;

/** What people want of one verticle: checked, passed on to its node, and written down. */
final class Commands {
  private final EventBus bus;
  private final Home outside;
  private final Board board;
  private final Audit audit;
  private final LongSupplier clock;
  private final Set<String> underWay = new HashSet<>();

  /** Who wants it, and from where. */
  record Caller(Person person, String address) {
    @Override
    public String toString() {
      return person.name() + " from " + address;
    }
  }

  /**
   * Passes on what is wanted.
   *
   * @param outside where answers are heard though the verticle has been stopped by what it passed on
   */
  Commands(EventBus bus, Home outside, Board board, Audit audit, LongSupplier clock) {
    this.bus = bus;
    this.outside = outside;
    this.board = board;
    this.audit = audit;
    this.clock = clock;
  }

  /** What it would come to; fails with a {@link Refusal}. */
  Future<VerticleCommanded> tell(String node, String verticle, Action action, String who) {
    return insistOn(node, verticle).compose(known -> Addresses.command(node)
        .call(bus, new CommandVerticle(verticle, action, who, true)));
  }

  /** Does it; fails with a {@link Refusal}. */
  Future<VerticleCommanded> act(String node, String verticle, Action action, Caller caller) {
    String which = verticle + "@" + node;
    return insistOn(node, verticle).compose(known -> {
      if (!underWay.add(which)) {
        return Future.failedFuture(Refusal.conflict(verticle + " on " + node + " is busy"));
      }
      CommandVerticle command =
          new CommandVerticle(verticle, action, caller.person().name(), false);
      return outside
          .ask(() -> Addresses.command(node).call(bus, command))
          .onComplete(done -> underWay.remove(which))
          .onComplete(
              done -> tell(node, verticle, action, caller, outcome(done)),
              failure -> tell(node, verticle, action, caller, "failed: " + failure.getMessage()));
    });
  }

  private static String outcome(VerticleCommanded answer) {
    return (answer.done() ? "done: " : "not done: ") + answer.sentence();
  }

  private void tell(String node, String verticle, Action action, Caller caller, String outcome) {
    String what = action.name().toLowerCase(Locale.ROOT);
    audit.tell(
        node,
        verticle,
        caller.person().name(),
        what,
        !outcome.startsWith("done"),
        "Told to " + what + " by " + caller + "; " + outcome);
  }

  private Future<NodeView> insistOn(String node, String verticle) {
    NodeView known = board.node(node, clock.getAsLong()).orElse(null);
    if (known != null && known.verticle(verticle).isEmpty()) {
      String detail = node + " has no verticle " + verticle;
      return Future.failedFuture(new Refusal(Problem.notFound(detail)));
    }
    return insistOn(node);
  }

  /** Fails with a {@link Refusal} when there is no such node, or it is not heard. */
  Future<NodeView> insistOn(String node) {
    NodeView known = board.node(node, clock.getAsLong()).orElse(null);
    if (known == null) {
      return Future.failedFuture(new Refusal(Problem.notFound("there is no node " + node)));
    }
    if (known.heard()) return Future.succeededFuture(known);
    String detail = node + " has not been heard for " + known.silentMillis() / 1_000 + " s";
    return Future.failedFuture(new Refusal(Problem.unavailable(detail)));
  }
}
