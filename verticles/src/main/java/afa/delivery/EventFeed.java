package afa.delivery;

import afa.feed.LivesLeft;
import afa.feed.LogEntry;
import afa.message.Addresses;
import afa.message.HeadAnnounced;
import afa.message.LogGrew;
import afa.message.LogLost;
import afa.message.LogPage;
import afa.message.ReadLog;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One event on one event loop: the tail of its log, kept without holes, and those who read it here.
 * The bus is the doorbell: whatever it brings late, twice or not at all, the log is asked for what
 * is missing.
 */
final class EventFeed implements StreamSource {
  private static final Logger log = LoggerFactory.getLogger(EventFeed.class);

  /** Updates read at the start, so that those who come back after a short while find them here. */
  private static final int WARM_UPDATES = 1_000;

  private final String event;
  private final Vertx vertx;
  private final Tail tail;
  private final CatchUpPages pages;
  private final Streams streams;
  private final Polls polls;
  private final DeliveryCounters counters;
  private final Witness witness;
  private final LivesLeft lives = new LivesLeft();
  private long announcedHead; // of this life; the tail may still be on its way there
  private boolean warm;
  private boolean repairing;

  /**
   * @param first what the store told of the log
   */
  EventFeed(
      Vertx vertx,
      HeadAnnounced first,
      DeliveryConfig config,
      DeliveryCounters counters,
      Executor afterInput,
      LongSupplier clock) {
    this.event = first.event();
    this.vertx = vertx;
    this.counters = counters;
    this.tail = new Tail(first.epoch(), warmStart(first.head()), config.tailBytes());
    this.witness = new Witness(event, vertx.eventBus(), tail);
    this.streams = new Streams(this, afterInput, counters);
    this.pages = new CatchUpPages(event, vertx.eventBus(), streams);
    this.polls = new Polls(this, this::answerFromLog, afterInput, clock, counters);
    announced(first);
  }

  private static long warmStart(long head) {
    return Math.max(0, head - WARM_UPDATES);
  }

  String event() {
    return event;
  }

  @Override
  public long head() {
    return Math.max(announcedHead, tail.head());
  }

  /**
   * Whether the tail once had all that was announced in this life of the log. It stays so while
   * updates arrive, though each announcement may be a moment ahead.
   */
  boolean isWarm() {
    return warm;
  }

  /** Updates that were announced and are not here yet. */
  long behind() {
    return head() - tail.head();
  }

  @Override
  public Tail tail() {
    return tail;
  }

  CatchUpPages pages() {
    return pages;
  }

  Streams streams() {
    return streams;
  }

  Polls polls() {
    return polls;
  }

  @Override
  public @Nullable Page pageAfter(long since) {
    if (since >= tail.base()) return tail.pageAfter(since);
    Tail before = pages.ready(since, tail.epoch());
    return before == null ? null : before.pageAfter(since);
  }

  /**
   * Sends all readers away; they come again with their numbers.
   *
   * @param comeBackMillis asked for each stream
   * @return completes when they are gone
   */
  Future<?> leave(LongSupplier comeBackMillis) {
    return Future.join(polls.leave(), streams.leave(comeBackMillis));
  }

  /** Updates were appended; the usual way in. */
  void grew(LogGrew bell) {
    if (!bell.epoch().equals(tail.epoch())) {
      announced(new HeadAnnounced(event, bell.epoch(), bell.head()));
      return;
    }
    timeArrival(bell.entries());
    take(bell.entries());
    if (bell.head() > tail.head()) repair();
  }

  /** Of what comes by the bell: what is read from the log later may be old. */
  private void timeArrival(List<LogEntry> entries) {
    boolean isNext = !entries.isEmpty() && entries.get(0).n() == tail.head() + 1;
    Timing timing = streams.timing();
    if (isNext && timing.isDue()) timing.begin(Arrival.of(entries.get(0).json()));
  }

  /** How far the log goes; catches a bell that was lost. */
  void announced(HeadAnnounced announced) {
    if (!announced.epoch().equals(tail.epoch())) {
      if (lives.isLate(announced.epoch())) return;
      lives.leave(tail.epoch());
      log.warn("The log began a new life: event={} epoch={}", event, announced.epoch());
      announcedHead = announced.head();
      warm = false;
      tail.restart(announced.epoch(), warmStart(announced.head()));
      pages.clear();
      polls.wake();
      streams.reset();
    }
    announcedHead = Math.max(announcedHead, announced.head());
    witness.compare(announced);
    if (announced.head() > tail.head()) repair();
    else warm = true;
  }

  /** A store may have lost some of the log. */
  void lost(LogLost lost) {
    witness.asked(lost);
  }

  private void answerFromLog(WaitingPoll poll) {
    WaitingPoll.Asker asker = poll.asker();
    long since = poll.since();
    int limit = poll.limit();
    pages.after(since).onComplete(read -> {
      if (read.succeeded() && read.result().epoch().equals(tail.epoch())) {
        PollAnswer answer = FeedAnswer.page(event, read.result(), head(), since, limit);
        counters.delivered(answer.updates());
        asker.answer(answer);
        answer.release();
      } else {
        asker.unavailable();
      }
    });
  }

  private void take(List<LogEntry> entries) {
    long before = tail.head();
    for (LogEntry entry : entries) {
      if (entry.n() != tail.head() + 1) continue;
      entry.target().ifPresent(target -> replaced(target, before));
      tail.append(entry);
    }
    if (tail.head() >= announcedHead) warm = true;
    if (tail.head() > before) {
      streams.wake();
      polls.wake();
    }
  }

  /** What came along with an amendment is as the log has it since. */
  private void replaced(long target, long before) {
    if (target <= before) tail.forget(target);
    pages.forget(target);
  }

  /** Reads what is missing from the log, as long as there is more. */
  private void repair() {
    if (repairing) return;
    repairing = true;
    counters.repairs.increment();
    repairOnce()
        .onComplete(done -> repairing = false)
        .onSuccess(page -> {
          if (page.epoch().equals(tail.epoch()) && page.head() > tail.head()) repair();
        })
        .onFailure(
            failure -> log.debug("The next announcement tries again: event={}", event, failure));
  }

  private Future<LogPage> repairOnce() {
    return Addresses.READ_LOG
        .call(vertx.eventBus(), new ReadLog(event, tail.head(), CatchUpPages.PAGE_UPDATES))
        .onSuccess(page -> {
          if (page.epoch().equals(tail.epoch())) take(page.entries());
        });
  }
}
