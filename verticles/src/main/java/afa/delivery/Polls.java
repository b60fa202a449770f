package afa.delivery;

import io.vertx.core.Future;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Long-polls that wait for an update of an event, on one event loop. They are answered one after the
 * other, as {@link Streams} are brought to the head: each at its turn, with all that there is then.
 */
final class Polls {
  private static final Logger log = LoggerFactory.getLogger(Polls.class);

  private final EventFeed feed;
  private final Consumer<WaitingPoll> behind;
  private final Executor afterInput;
  private final LongSupplier clock;
  private final DeliveryCounters counters;
  private final PollAnswers answers;
  private final Ring<WaitingPoll> waiting = new Ring<>();
  private final Ring<WaitingPoll> resting = new Ring<>(); // answered, and may ask again
  private boolean walking;
  private boolean isOver;

  /**
   * @param behind takes polls whose updates are in the tail no more
   * @param clock in milliseconds, only goes forward
   */
  Polls(
      EventFeed feed,
      Consumer<WaitingPoll> behind,
      Executor afterInput,
      LongSupplier clock,
      DeliveryCounters counters) {
    this.feed = feed;
    this.behind = behind;
    this.afterInput = afterInput;
    this.clock = clock;
    this.counters = counters;
    this.answers = new PollAnswers(feed.event(), feed.tail());
  }

  /**
   * Takes in somebody who asks, until there is an answer.
   *
   * @param since from the tail's base
   */
  void add(WaitingPoll poll, long since, FeedQuery query) {
    long deadline = clock.getAsLong() + 1_000L * query.waitSeconds();
    forget(poll);
    poll.ask(since, query.limit(), feed.tail().life(), deadline);
    if (isOver) {
      answer(poll);
      answers.forget(); // nobody asks for the same
    } else if (since < feed.tail().head() || query.waitSeconds() == 0) {
      answer(poll);
    } else {
      waiting.add(poll);
      counters.waiting.incrementAndGet();
    }
  }

  /** Forgets somebody whose connection is closed, or kept by others. */
  void forget(WaitingPoll poll) {
    if (poll.isIn(resting)) resting.remove(poll);
    stopWaiting(poll);
  }

  /** Somebody was answered, and is kept for the next question. */
  void rest(WaitingPoll poll) {
    poll.rest(clock.getAsLong());
    resting.add(poll);
    if (isOver) poll.asker().rested();
  }

  private boolean stopWaiting(WaitingPoll poll) {
    if (!poll.isIn(waiting)) return false;
    waiting.remove(poll);
    counters.waiting.decrementAndGet();
    return true;
  }

  /** Gives connections back whose askers rest too long. */
  void tidy() {
    long now = clock.getAsLong();
    resting.forEach(poll -> {
      if (poll.isForgotten(now)) poll.asker().rested();
    });
  }

  /** Answers those who wait no longer, because of what there is or because of the time. */
  void wake() {
    waiting.wake();
    if (walking) return;
    walking = true;
    step();
  }

  private void step() {
    long now = clock.getAsLong();
    for (int visits = 0; waiting.isOwed() && visits < Walk.VISITS; visits++) {
      WaitingPoll poll = waiting.take();
      if (poll.isDue(feed.tail(), now)) visit(poll);
    }
    walking = waiting.isOwed();
    if (walking) afterInput.execute(this::step);
  }

  /** Answers somebody who waits now, with what there is; one that breaks disturbs nobody else. */
  void visit(WaitingPoll poll) {
    try {
      release(poll);
    } catch (RuntimeException | OutOfMemoryError broken) {
      // A walk that ended here would leave everybody waiting.
      log.error("A poll has no answer", broken);
      poll.asker().unavailable();
    }
  }

  private void release(WaitingPoll poll) {
    if (!stopWaiting(poll)) return;
    if (poll.isOfAnotherLife(feed.tail())) startOver(poll);
    else if (poll.since() < feed.tail().base()) behind.accept(poll); // a burst longer than the tail
    else answer(poll);
  }

  private void answer(WaitingPoll poll) {
    PollAnswer answer = answers.after(poll.since(), poll.limit());
    counters.delivered(answer.updates());
    poll.asker().answer(answer);
  }

  /** They ask again at once, with a number of the new life. */
  private void startOver(WaitingPoll poll) {
    counters.resets.increment();
    PollAnswer reset =
        new PollAnswer(FeedAnswer.empty(feed.event(), feed.tail().epoch(), feed.head(), true), 0);
    poll.asker().answer(reset);
    reset.release();
  }

  /**
   * Answers all who wait or still come with what there is, and gives all connections back.
   *
   * @return completes when that is done
   */
  Future<Void> leave() {
    isOver = true; // nobody tidies up
    return new Farewell<>(List.of(waiting, resting), afterInput, this::sendAway)
        .begin()
        .onSuccess(told -> answers.forget());
  }

  private void sendAway(WaitingPoll poll) {
    if (poll.isIn(waiting)) {
      counters.drained.increment();
      visit(poll);
    } else {
      poll.asker().rested();
    }
  }
}
