package afa.supervisor;

import afa.bus.BusFailure;
import afa.message.CommandVerticle;
import afa.message.CommandVerticle.Action;
import afa.message.VerticleCommanded;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Does what people want of the verticles of this node. Used in one thread only. */
final class Commander {
  private final String node;
  private final Wards wards;
  private final SharedWishes wishes;
  private final Journal journal;
  private final LongSupplier readers;

  Commander(String node, Wards wards, SharedWishes wishes, Journal journal, LongSupplier readers) {
    this.node = node;
    this.wards = wards;
    this.wishes = wishes;
    this.journal = journal;
    this.readers = readers;
  }

  Future<VerticleCommanded> command(CommandVerticle command) {
    return wards
        .find(command.verticle())
        .map(ward -> command(ward, command))
        .orElseGet(() -> Future.failedFuture(new BusFailure(
            BusFailure.Kind.NOT_FOUND, "there is no " + command.verticle() + " on " + node)));
  }

  private Future<VerticleCommanded> command(Ward ward, CommandVerticle command) {
    VerticleCommanded forecast = Forecast.of(ward, command.action(), node, readers.getAsLong());
    if (command.onlyTell()) return Future.succeededFuture(forecast);
    if (wards.isEnding()) {
      return Future.failedFuture(
          new BusFailure(BusFailure.Kind.UNAVAILABLE, node + " is on its way out"));
    }
    Optional<String> over = ward.unit().over().get();
    if (over.isPresent() && command.action() != Action.STOP) {
      return Future.succeededFuture(new VerticleCommanded(false, over.get(), 0, 0, 0));
    }
    if (ward.isBusy()) return Future.succeededFuture(busy(ward));
    if (Forecast.isNeedless(ward, command.action())) return Future.succeededFuture(done(forecast));
    return obey(ward, command, forecast.readers());
  }

  private VerticleCommanded busy(Ward ward) {
    String doing = ward.state().name().toLowerCase(Locale.ROOT);
    return new VerticleCommanded(
        false, ward.name() + " on " + node + " is " + doing + "; try again in a moment", 0, 0, 0);
  }

  private static VerticleCommanded done(VerticleCommanded forecast) {
    return new VerticleCommanded(true, forecast.sentence(), 0, 0, 0);
  }

  private Future<VerticleCommanded> obey(Ward ward, CommandVerticle command, long moved) {
    long began = System.nanoTime();
    boolean run = command.action() != Action.STOP;
    wish(ward, run, command.who());
    return wishes
        .sync()
        .compose(told -> {
          tellOthers(ward, command);
          return act(ward, command.action());
        })
        .transform(acted -> Future.succeededFuture(
            outcome(ward, command, moved, (System.nanoTime() - began) / 1e9, acted.cause())));
  }

  private void wish(Ward ward, boolean run, String who) {
    ward.wanted(run);
    ward.forgive();
    wishes.say(wishes.known().with(wards.key(ward.unit()), run, Instant.now(), who));
  }

  /** Before it stops here: who stands by elsewhere looks at the wishes when it hears this. */
  private void tellOthers(Ward ward, CommandVerticle command) {
    if (command.action() == Action.RESTART) return;
    String everywhere = ward.unit().oneInCluster() ? "everywhere" : "on " + node;
    journal.good(
        ward.name(),
        command.who(),
        "desired",
        ward.name() + " is to be " + Forecast.past(command.action()) + " " + everywhere);
  }

  private static Future<Void> act(Ward ward, Action action) {
    return switch (action) {
      case START -> ward.start();
      case STOP -> ward.stop();
      case RESTART -> {
        ward.countRestartByPeople();
        long began = System.nanoTime();
        yield ward.stop()
            .compose(stopped -> ward.start())
            .onSuccess(runs -> ward.restartTook(Duration.ofNanos(System.nanoTime() - began)));
      }
    };
  }

  private VerticleCommanded outcome(
      Ward ward, CommandVerticle command, long moved, double seconds, Throwable failure) {
    String what = ward.name() + " on " + node;
    String kind = command.action().name().toLowerCase(Locale.ROOT);
    if (failure != null) {
      String sentence =
          what + " could not be " + Forecast.past(command.action()) + ": " + Plain.words(failure);
      journal.bad(ward.name(), command.who(), kind, sentence);
      return new VerticleCommanded(false, sentence, moved, 0, seconds);
    }
    String sentence = String.format(
        Locale.ROOT, "%s was %s in %.1f s", what, Forecast.past(command.action()), seconds);
    if (moved > 0) {
      sentence += moved == 1 ? "; 1 reader was" : "; " + moved + " readers were";
      sentence += " asked to come back";
    }
    journal.good(ward.name(), command.who(), kind, sentence);
    return new VerticleCommanded(true, sentence, moved, 0, seconds);
  }
}
