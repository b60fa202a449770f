package afa.store;

import afa.bus.Pulse;
import afa.feed.Position;
import afa.message.Addresses;
import afa.message.ArchivePage;
import afa.message.LogGrew;
import afa.message.ReadArchive;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that the log of one event is all that was ever told of it: nothing goes in or out before
 * that is sure, and what Redis has lost is put back. Belongs to one event loop.
 */
final class LogKeeper {
  private static final Logger log = LoggerFactory.getLogger(LogKeeper.class);

  /** What is in memory for the case that the archive lags behind, in UTF-16 units. */
  private static final long RECENT_CHARS = 8 << 20;

  /** Answers that are on their way when a loss is noticed still tell of numbers. */
  private static final Duration SETTLE = Duration.ofMillis(300);

  /** How long whoever asks waits for the first look, before it is told to come back. */
  private static final Duration FIRST_LOOK = Duration.ofSeconds(3);

  private static final Duration FIRST_START = Duration.ofSeconds(15); // of a new PostgreSQL

  private static final String NOT_SEEN = "?"; // no life has this name

  private final String event;
  private final Vertx vertx;
  private final Log store;
  private final StoreConfig config;
  private final LogMender mender;
  private final LogNews news;
  private final Inquiry inquiry;
  private final Recent recent = new Recent(RECENT_CHARS);
  private final LastLook lastLook = new LastLook();
  private final Set<String> past = new HashSet<>();
  private final Promise<Void> first = Promise.promise();
  private @Nullable Position known; // the furthest that was heard of
  private @Nullable Position opened; // what was there when it was opened without knowing of any
  private String life = NOT_SEEN; // that Redis was found in since it is closed; empty: in none
  private @Nullable String firstLife; // the same at the very first look
  private boolean open;
  private boolean examining;
  private boolean archiveHeard;
  private boolean waiting; // and said so
  private boolean surprised; // that others saw more than the log had when it was opened

  LogKeeper(String event, Vertx vertx, Log store, StoreConfig config, Pulse pulse) {
    this.event = event;
    this.vertx = vertx;
    this.store = store;
    this.config = config;
    this.mender = new LogMender(event, vertx.eventBus(), store, recent);
    this.news = new LogNews(event, vertx.eventBus(), pulse);
    this.inquiry = new Inquiry(config.listen(), news::ask, System::nanoTime);
  }

  /** Completes when the log may be used, soon; fails with {@link Log.Lost} while it may not. */
  Future<Void> ready() {
    if (open) return Future.succeededFuture();
    if (first.future().isComplete()) return Future.failedFuture(new Log.Lost(event));
    return first
        .future()
        .timeout(FIRST_LOOK.toMillis(), TimeUnit.MILLISECONDS)
        .recover(late -> Future.failedFuture(new Log.Lost(event)));
  }

  /** Updates were appended, here or elsewhere. */
  void grew(LogGrew bell) {
    heard(new Position(bell.epoch(), bell.head()));
    recent.take(bell.epoch(), bell.entries());
  }

  /** Readers were given more than the log had. */
  void seen(LogGrew more) {
    if (open && known != null && more.head() > known.n()) surprised = true;
    heard(new Position(more.epoch(), more.head()));
    recent.takeFrom(more.epoch(), more.entries());
  }

  /** Another life than the known one is looked for in the log, not in what others say. */
  void heard(Position told) {
    if (known != null && !known.epoch().equals(told.epoch())) lastLook.forget();
    boolean further =
        known == null ? !open : known.epoch().equals(told.epoch()) && told.n() > known.n();
    if (!further) return;
    known = told;
    if (open) store.insist(event, known);
  }

  /** Once a second: tells the head, and looks whether all is well. */
  Future<Void> tick() {
    if (!open) {
      // True all the same: who has it lacks nothing. Unless others have begun another life.
      if (known != null && (life.isEmpty() || life.equals(known.epoch()))) news.head(known);
      examine();
      return Future.succeededFuture();
    }
    return store
        .head(event)
        .compose(head -> follow(new Position(head.epoch(), head.head())))
        .recover(failure -> {
          if (!(failure instanceof Log.Lost)) return Future.failedFuture(failure);
          lost();
          return Future.succeededFuture();
        });
  }

  /**
   * The same when the event is over: Redis is asked only after something came in. A log that was lost
   * in the meantime is noticed by the next step that needs it.
   */
  Future<Void> rest() {
    if (known == null || !isSettled()) return tick();
    news.head(known);
    return Future.succeededFuture();
  }

  /** Whether it is where it was when Redis was last looked at, by all that was heard since. */
  boolean isSettled() {
    return open && lastLook.isAt(known);
  }

  LastLook lastLook() {
    return lastLook;
  }

  private Future<Void> follow(Position head) {
    if (!open || known == null) return Future.succeededFuture();
    if (!head.epoch().equals(known.epoch())) return Future.failedFuture(new Log.Lost(event));
    heard(head);
    if (head.n() >= known.n()) surprised = false; // it was only late
    news.head(head);
    return mender.fill(head).onSuccess(filled -> lastLook.found(head));
  }

  /** A step found another log than it should have. */
  void lost() {
    if (!open) return;
    open = false;
    lastLook.forget();
    life = NOT_SEEN;
    news.closed("it is not what it was");
    inquiry.closed();
    vertx.setTimer(SETTLE.toMillis(), settled -> examine());
  }

  /** Looks whether it is whole, unless that is sure or being looked at. */
  void examine() {
    if (examining || open) return;
    examining = true;
    look()
        .compose(this::act)
        .onFailure(failure -> log.debug("The next look tries again: event={}", event, failure))
        .onComplete(done -> examining = false)
        .onSuccess(again -> {
          if (!open) vertx.setTimer(SETTLE.toMillis(), later -> examine());
        });
  }

  /** The log is read after the archive: what is copied was in the log before. */
  private Future<Situation> look() {
    return store.found(event).compose(before -> {
      life = before.epoch();
      if (firstLife == null) firstLife = life;
      return archived(before.epoch())
          .compose(archived -> store.found(event).map(found -> situation(found, archived)));
    });
  }

  private Future<Optional<ArchivePage>> archived(String epoch) {
    return Addresses.archived(event)
        .call(vertx.eventBus(), new ReadArchive(event, epoch, 0, 0))
        .map(page -> {
          archiveHeard = true;
          return page.away() ? Optional.<ArchivePage>empty() : Optional.of(page);
        })
        .otherwise(Optional.empty());
  }

  private Situation situation(Position found, Optional<ArchivePage> archived) {
    Duration patience = archiveHeard ? config.archivePatience() : config.meetPatience();
    boolean doubtful = surprised
        && opened != null
        && opened.epoch().equals(found.epoch())
        && found.n() > opened.n();
    Situation now = new Situation(
        known,
        Set.copyOf(past),
        found,
        archived.orElse(null),
        archiveHeard && found.epoch().equals(firstLife),
        inquiry.isWithin(patience),
        false,
        doubtful,
        recent);
    return now.whileListening(inquiry.isOpen(now));
  }

  private Future<Void> act(Situation now) {
    Verdict verdict = now.verdict();
    if (verdict instanceof Verdict.Open whole) return open(whole.found());
    if (verdict instanceof Verdict.Mend mend) {
      news.mending(mend);
      return mender.mend(mend, now).onSuccess(begun -> news.mended(mend, begun)).mapEmpty();
    }
    inquiry.ask(now);
    if (now.isBlank() && inquiry.isWithin(FIRST_START)) return Future.succeededFuture();
    news.waits(((Verdict.Wait) verdict).why(), !waiting && now.isMissing());
    waiting = waiting || now.isMissing();
    return Future.succeededFuture();
  }

  private Future<Void> open(Position found) {
    if (known == null) opened = found;
    else if (!known.epoch().equals(found.epoch())) past.add(known.epoch());
    known = found;
    store.insist(event, found);
    open = true;
    surprised = false;
    news.opened(found, waiting);
    waiting = false;
    first.tryComplete();
    news.head(found);
    return Future.succeededFuture();
  }
}
