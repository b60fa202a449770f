package afa.talks;

import afa.bus.BusFailure;
import afa.message.CorrectPlaces;
import afa.message.Corrected;
import afa.message.HeadAnnounced;
import afa.message.PostName;
import afa.message.PostsRead;
import afa.message.ReadPosts;
import afa.message.UndoCorrection;
import afa.placement.Correction;
import afa.placement.Corrections;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The places of an event's updates: follows the log, keeps all posts in memory, and brings the table
 * to what it should be. What takes long runs on a worker, one step after the other.
 */
final class Placing {
  private static final Logger log = LoggerFactory.getLogger(Placing.class);

  /** Posts whose rows are written in one transaction. */
  private static final int BATCH = 500;

  /** Posts whose rows are compared at once. */
  private static final int COMPARED = 5_000;

  private final Vertx vertx;
  private final String event;
  private final Term term;
  private final PlacementTable table;
  private final CorrectionTable corrected;
  private final Supplier<Instant> clock;
  private final LogPages pages;
  private Corrections corrections = Corrections.NONE;
  private KnownTalks placed; // the talks by which it is placed
  private Placer placer; // on a worker only
  private String epoch = "";
  private long taken; // number of the newest entry that was placed
  private long head;
  private boolean loaded;
  private boolean caughtUp; // with the log, since its life began
  private boolean compared; // with the table
  private Instant lastCorrection = Instant.EPOCH;

  Placing(
      Vertx vertx,
      String event,
      KnownTalks known,
      Term term,
      TalkDatabase database,
      Supplier<Instant> clock) {
    this.vertx = vertx;
    this.event = event;
    this.term = term;
    this.clock = clock;
    this.pages = new LogPages(vertx.eventBus(), event);
    this.table = new PlacementTable(database, event);
    this.corrected = new CorrectionTable(database, event);
    this.placed = known;
    this.placer = new Placer(known.placed(), corrections);
  }

  CorrectionTable corrections() {
    return corrected;
  }

  /** How many updates are not yet placed. */
  long lag() {
    return Math.max(0, head - taken);
  }

  boolean lacks(HeadAnnounced told) {
    return !told.epoch().equals(epoch) || told.head() > taken;
  }

  private <T> Future<T> work(Callable<T> step) {
    return vertx.executeBlocking(step, true);
  }

  /** Reads what organisers corrected. */
  Future<Void> load() {
    if (loaded) return Future.succeededFuture();
    return corrected.all().compose(all -> {
      corrections = Corrections.of(all);
      for (Correction each : all) lastCorrection = each.at();
      loaded = true;
      return work(() -> placer.correct(corrections)).mapEmpty();
    });
  }

  /** Places by these talks from now on; gives how many posts were placed anew. */
  Future<Integer> follow(KnownTalks known) {
    Set<String> changed = known.differentFrom(placed);
    placed = known;
    if (changed.isEmpty()) return Future.succeededFuture(0);
    return work(() -> placer.follow(known.placed(), changed)).onSuccess(again -> {
      if (again > 0) {
        log.info("Placed again: event={} talks={} posts={}", event, changed.size(), again);
      }
    });
  }

  /** Places what the log has and we have not. Without any talk there is nothing to place. */
  Future<Void> followLog() {
    if (placed.isEmpty()) return Future.succeededFuture();
    return pages.after(epoch, taken).compose(page -> {
      head = page.head();
      if (!page.epoch().equals(epoch)) return begin(page.epoch());
      return work(() -> placer.take(page.entries())).compose(done -> {
        taken = page.lastOr(taken);
        caughtUp = caughtUp || taken >= head;
        return page.more() ? followLog() : Future.succeededFuture();
      });
    });
  }

  /** Another life of the log: all of it is placed from its beginning. */
  private Future<Void> begin(String life) {
    log.info("Placing: event={} epoch={}", event, life);
    epoch = life;
    taken = 0;
    caughtUp = false;
    compared = false;
    KnownTalks talks = placed;
    Corrections said = corrections;
    return work(() -> {
          placer = new Placer(talks.placed(), said);
          return null;
        })
        .compose(fresh -> followLog());
  }

  /** Brings the table to what it should be. */
  Future<Void> write() {
    if (!caughtUp || !loaded) return Future.succeededFuture();
    return compare().compose(done -> writeNext());
  }

  /** Once in a life: what earlier owners wrote is mostly right. */
  private Future<Void> compare() {
    if (compared) return Future.succeededFuture();
    Set<String> seen = new HashSet<>();
    return work(() -> {
          placer.forgetStale();
          return null;
        })
        .compose(ready -> compare(new PostName("", ""), seen))
        .compose(done -> work(() -> {
          placer.compared(seen);
          log.info(
              "Places compared: event={} posts={} stored={} wrong={}",
              event,
              placer.posts(),
              seen.size(),
              placer.waiting());
          return null;
        }))
        .onSuccess(done -> compared = true)
        .mapEmpty();
  }

  private Future<Void> compare(PostName after, Set<String> seen) {
    return table.read(after, COMPARED).compose(page -> work(() -> {
          placer.compare(page, seen);
          return null;
        })
        .compose(done -> page.isEmpty()
            ? Future.succeededFuture()
            : compare(page.get(page.size() - 1).post(), seen)));
  }

  private Future<Void> writeNext() {
    return work(() -> placer.next(BATCH)).compose(places -> {
      if (places.posts().isEmpty()) return Future.succeededFuture();
      return term.write(connection -> table.write(connection, places))
          .recover(failure -> work(() -> {
                placer.failed(places);
                return null;
              })
              .compose(kept -> Future.failedFuture(failure)))
          .compose(written -> writeNext());
    });
  }

  /** Puts posts where an organiser says. */
  Future<Corrected> correct(CorrectPlaces wish) {
    if (!loaded || !caughtUp) return notYet();
    return work(() -> placer.strangers(wish.posts())).compose(strangers -> {
      if (!strangers.isEmpty()) {
        return Future.failedFuture(new BusFailure(
            BusFailure.Kind.NOT_FOUND,
            strangers.size() + " of these posts are not in the log, among them "
                + strangers.get(0).identity()));
      }
      Correction correction = correction(wish);
      return term.write(connection -> corrected.add(connection, correction, wish.posts()))
          .compose(stored -> take(corrections.with(correction), correction.id()));
    });
  }

  private Correction correction(CorrectPlaces wish) {
    Instant now = clock.get();
    lastCorrection = now.isAfter(lastCorrection) ? now : lastCorrection.plusMillis(1);
    Set<String> posts = wish.posts().stream().map(PostName::identity).collect(Collectors.toSet());
    return new Correction(
        UUID.randomUUID().toString(), lastCorrection, wish.who(), posts, wish.talks(), false);
  }

  /** Posts with where they are, by what is in memory. */
  Future<PostsRead> posts(ReadPosts request) {
    int limit = Math.max(1, Math.min(ReadPosts.MAX_LIMIT, request.limit()));
    return work(() -> placer.newest(request.talk(), request.before(), limit + 1))
        .map(found -> new PostsRead(
            found.subList(0, Math.min(limit, found.size())), found.size() > limit, lag()));
  }

  /** Takes a correction back. */
  Future<Corrected> undo(UUID correction, UndoCorrection wish) {
    if (!loaded || !caughtUp) return notYet();
    return term.write(connection -> corrected.undo(connection, correction, wish.who(), clock.get()))
        .compose(undone -> undone
            ? take(corrections.undo(correction.toString()), correction.toString())
            : Future.failedFuture(new BusFailure(
                BusFailure.Kind.NOT_FOUND, "no correction " + correction + " to take back")));
  }

  private Future<Corrected> take(Corrections next, String id) {
    corrections = next;
    return work(() -> placer.correct(next)).map(count -> new Corrected(id, count));
  }

  private static <T> Future<T> notYet() {
    return Future.failedFuture(new BusFailure(
        BusFailure.Kind.UNAVAILABLE, "the posts are still being read; try again in a moment"));
  }
}
