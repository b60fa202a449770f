package afa.talks;

import afa.bus.BusFailure;
import afa.bus.Offers;
import afa.message.Addresses;
import afa.message.CorrectPlaces;
import afa.message.Corrected;
import afa.message.CorrectionsRead;
import afa.message.EditTalk;
import afa.message.ImportsRead;
import afa.message.ReadCorrections;
import afa.message.ReadImports;
import afa.message.ReadSchedule;
import afa.message.ReadTalk;
import afa.message.ScheduleRead;
import afa.message.TalkEdited;
import afa.message.TalkRead;
import afa.message.UndoCorrection;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** What the owner of an event's talks answers, as long as it is the owner. */
final class TalkServices {
  private final String event;
  private final TalkKeeper keeper;
  private final Offers offers;
  private final Runnable changed;

  /**
   * @param changed to be called when rows are to be written
   */
  TalkServices(EventBus bus, String event, TalkKeeper keeper, Runnable changed) {
    this.event = event;
    this.keeper = keeper;
    this.offers = new Offers(bus);
    this.changed = changed;
  }

  Future<Void> open() {
    return Future.all(List.of(
            offers.serve(Addresses.schedule(event), this::schedule),
            offers.serve(Addresses.readTalk(event), this::talk),
            offers.serve(Addresses.editTalk(event), this::edit),
            offers.serve(Addresses.correctPlaces(event), this::correct),
            offers.serve(Addresses.undoCorrection(event), this::undo),
            offers.serve(Addresses.corrections(event), this::corrections),
            offers.serve(Addresses.imports(event), this::imports)))
        .mapEmpty();
  }

  Future<Void> close() {
    return offers.close();
  }

  private Future<ScheduleRead> schedule(ReadSchedule request) {
    long version = keeper.version();
    boolean same = version == request.known();
    return Future.succeededFuture(new ScheduleRead(
        event, version, same, same ? List.of() : keeper.programme().shown()));
  }

  private Future<TalkRead> talk(ReadTalk request) {
    return keeper
        .programme()
        .known()
        .talk(request.talk())
        .map(known -> Future.succeededFuture(new TalkRead(
            known.talk(),
            known.imported(),
            known.edited().stream().map(part -> part.column).sorted().toList(),
            known.dropped(),
            known.changedAt(),
            known.changedBy())))
        .orElseGet(() -> noTalk(request.talk()));
  }

  private <T> Future<T> noTalk(String talk) {
    return Future.failedFuture(
        new BusFailure(BusFailure.Kind.NOT_FOUND, "no talk " + talk + " in " + event));
  }

  private Future<TalkEdited> edit(EditTalk wish) {
    if (isBlank(wish.who()) || wish.seen() == null) return invalid("who, and what was seen?");
    return stored(keeper.edit(wish));
  }

  private Future<Corrected> correct(CorrectPlaces wish) {
    int posts = wish.posts().size();
    if (isBlank(wish.who())) return invalid("who?");
    if (posts < 1 || posts > CorrectPlaces.MAX_POSTS) {
      return invalid(
          posts + " posts; 1 to " + CorrectPlaces.MAX_POSTS + " can be corrected at once");
    }
    for (String talk : wish.talks()) {
      if (keeper.programme().known().talk(talk).isEmpty()) return noTalk(talk);
    }
    return stored(keeper.correct(wish));
  }

  private Future<Corrected> undo(UndoCorrection wish) {
    if (isBlank(wish.who())) return invalid("who?");
    UUID correction;
    try {
      correction = UUID.fromString(wish.correction());
    } catch (IllegalArgumentException noId) {
      return invalid("no id of a correction: " + wish.correction());
    }
    return stored(keeper.undo(correction, wish));
  }

  private Future<CorrectionsRead> corrections(ReadCorrections request) {
    int limit = Math.max(1, Math.min(ReadCorrections.MAX_LIMIT, request.limit()));
    return weather(() -> keeper.placing().corrections().read(request.before(), limit));
  }

  private Future<ImportsRead> imports(ReadImports request) {
    int limit = Math.max(1, Math.min(ReadImports.MAX_LIMIT, request.limit()));
    String trouble = keeper.trouble().isEmpty() ? null : keeper.trouble();
    return weather(
        () -> keeper.programme().imports().read(limit).map(told -> new ImportsRead(told, trouble)));
  }

  private <T> Future<T> stored(Future<T> step) {
    return weather(() -> step).onSuccess(done -> changed.run());
  }

  private static <T> Future<T> weather(Supplier<Future<T>> step) {
    return step.get().recover(failure -> {
      if (failure instanceof BusFailure) return Future.failedFuture(failure);
      BusFailure.Kind kind =
          failure instanceof Superseded ? BusFailure.Kind.SUPERSEDED : BusFailure.Kind.UNAVAILABLE;
      return Future.failedFuture(
          new BusFailure(kind, "the talks cannot be stored or read now: " + failure.getMessage()));
    });
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }

  private static <T> Future<T> invalid(String why) {
    return Future.failedFuture(new BusFailure(BusFailure.Kind.INVALID, why));
  }
}
