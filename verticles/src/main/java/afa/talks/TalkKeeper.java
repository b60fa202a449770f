package afa.talks;

import afa.bus.BusFailure;
import afa.bus.Pulse;
import afa.feed.EventInfo;
import afa.message.Addresses;
import afa.message.CorrectPlaces;
import afa.message.Corrected;
import afa.message.EditTalk;
import afa.message.HeadAnnounced;
import afa.message.ScheduleChanged;
import afa.message.TalkEdited;
import afa.message.UndoCorrection;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All that the owner of an event's talks does, one step after the other. Whatever fails is done again
 * in the next round.
 */
final class TalkKeeper {
  private static final Logger log = LoggerFactory.getLogger(TalkKeeper.class);

  private final Vertx vertx;
  private final EventInfo info;
  private final ScheduleReader reader;
  private final Pulse pulse;
  private final Term term;
  private final Programme programme;
  private final Placing placing;
  private final Serial steps = new Serial();
  private KnownTalks told; // the version that others were told of
  private long version; // of what was told; 0 while nothing is known
  private boolean waits; // whether a round is to come
  private boolean reading;
  private String unreadable = ""; // why the newest schedule is not in use

  TalkKeeper(
      Vertx vertx, EventInfo info, TalkDatabase database, ScheduleReader reader, Pulse pulse) {
    this.vertx = vertx;
    this.info = info;
    this.reader = reader;
    this.pulse = pulse;
    ZoneId zone = ZoneId.of(info.timeZone());
    Supplier<Instant> clock = () -> Instant.now().truncatedTo(ChronoUnit.MILLIS);
    term = new Term(info, database);
    programme = new Programme(info.event(), zone, term, database, clock);
    told = programme.known();
    placing = new Placing(vertx, info.event(), told, term, database, clock);
  }

  Programme programme() {
    return programme;
  }

  Placing placing() {
    return placing;
  }

  /** Of the talks as they are told. */
  long version() {
    return version;
  }

  /** Brings tables and places up to date; asked for several times at once it is done once. */
  Future<Void> round() {
    if (waits) return Future.succeededFuture();
    waits = true;
    return steps.run(() -> {
      waits = false;
      return stored().transform(done -> {
        Throwable away = done.cause();
        if (away instanceof Superseded) return Future.failedFuture(away);
        return follow().compose(followed -> away == null ? write() : Future.failedFuture(away));
      });
    });
  }

  private Future<Void> stored() {
    return programme
        .load()
        .compose(loaded -> tell())
        .compose(told -> placing.load())
        .compose(loaded -> programme.save());
  }

  private Future<Void> follow() {
    return placing.followLog().eventually(() -> {
      pulse.lag(placing.lag());
      return Future.succeededFuture();
    });
  }

  private Future<Void> write() {
    return programme.isSaved() ? placing.write() : Future.succeededFuture();
  }

  /** Places by the talks as they are now, and tells others of them, unless that is done already. */
  private Future<Integer> tell() {
    KnownTalks known = programme.known();
    if (known == told && version > 0) return Future.succeededFuture(0);
    boolean shown = version == 0 || !known.shown().equals(told.shown());
    told = known;
    if (shown) {
      version = Math.max(version + 1, System.currentTimeMillis());
      Addresses.SCHEDULES.publish(vertx.eventBus(), new ScheduleChanged(info.event(), version));
    }
    return placing.follow(known);
  }

  /** Reads the schedule again; what cannot be read leaves all as it is. Never fails. */
  Future<Void> readSchedule() {
    String address = info.schedule();
    if (address == null || reading) return Future.succeededFuture();
    reading = true;
    return reader
        .read(info, address)
        .compose(read -> steps.run(() -> {
          programme.take(read, address);
          return tell();
        }))
        .onComplete(read -> {
          reading = false;
          tellUnreadable(address, read.cause());
        })
        .<Void>mapEmpty()
        .otherwiseEmpty();
  }

  private void tellUnreadable(String address, @Nullable Throwable failure) {
    String sentence = failure == null
        ? programme.doubt().orElse(null)
        : "The schedule cannot be read: " + address + " " + failure.getMessage();
    boolean news = sentence != null && !sentence.equals(unreadable);
    unreadable = sentence == null ? "" : sentence;
    pulse.trouble("schedule", sentence);
    if (news && failure != null) log.warn("{} event={}", sentence, info.event());
  }

  /** Why the newest schedule is not in use; empty where it is. */
  String trouble() {
    return unreadable;
  }

  boolean lacks(HeadAnnounced head) {
    return placing.lacks(head);
  }

  /** Stores what a person wants of a talk, and places by it. */
  Future<TalkEdited> edit(EditTalk wish) {
    return steps.run(() -> programme.isLoaded()
        ? programme.edit(wish).compose(edited -> tell()
            .map(placed -> new TalkEdited(edited.refusal(), edited.changedAt(), placed)))
        : notLoaded());
  }

  Future<Corrected> correct(CorrectPlaces wish) {
    return steps.run(() -> placing.correct(wish));
  }

  Future<Corrected> undo(UUID correction, UndoCorrection wish) {
    return steps.run(() -> placing.undo(correction, wish));
  }

  private static <T> Future<T> notLoaded() {
    return Future.failedFuture(
        new BusFailure(BusFailure.Kind.UNAVAILABLE, "PostgreSQL is away; try again later"));
  }
}
