package afa.delivery;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Long-polls that wait for an update of an event, on one event loop. */
final class Polls {
  private final String event;
  private final Tail tail;
  private final Consumer<WaitingPoll> behind;
  private final DeliveryCounters counters;
  private final Set<WaitingPoll> polls = new LinkedHashSet<>();

  /**
   * @param behind takes polls whose updates are in the tail no more
   */
  Polls(String event, Tail tail, Consumer<WaitingPoll> behind, DeliveryCounters counters) {
    this.event = event;
    this.tail = tail;
    this.behind = behind;
    this.counters = counters;
  }

  /** Takes in a long-poll until it is answered or its connection closes. */
  void add(WaitingPoll poll) {
    polls.add(poll);
    counters.waiting.incrementAndGet();
    poll.response().closeHandler(gone -> remove(poll));
  }

  private void remove(WaitingPoll poll) {
    if (polls.remove(poll)) counters.waiting.decrementAndGet();
  }

  /** Answers those for whom there is something. */
  void answer() {
    answer(poll -> poll.since() < tail.head());
  }

  /** Answers polls that waited long enough. */
  void answerDue(long nowMillis) {
    answer(poll -> poll.deadlineMillis() <= nowMillis);
  }

  /** Polls that ask the same share one answer. */
  private void answer(Predicate<WaitingPoll> due) {
    Map<WaitingPoll.Question, Buffer> answers = new HashMap<>();
    for (WaitingPoll poll : take(due)) {
      if (poll.since() < tail.base()) {
        behind.accept(poll); // a burst was longer than the tail
        continue;
      }
      poll.answer(answers.computeIfAbsent(poll.question(), this::answer));
      counters.delivered(Math.max(0, Math.min(tail.head() - poll.since(), poll.limit())));
    }
  }

  private Buffer answer(WaitingPoll.Question asked) {
    return FeedAnswer.of(event, tail, tail.head(), asked.since(), asked.limit(), false);
  }

  private List<WaitingPoll> take(Predicate<WaitingPoll> due) {
    List<WaitingPoll> taken = new ArrayList<>();
    for (WaitingPoll poll : polls) if (due.test(poll)) taken.add(poll);
    taken.forEach(this::remove);
    return taken;
  }

  /** The log began a new life: they ask again at once, with a number of that one. */
  void reset(long head) {
    counters.resets.increment(polls.size());
    for (WaitingPoll poll : take(any -> true)) {
      poll.answer(FeedAnswer.empty(event, tail.epoch(), head, true));
    }
  }

  /** Sends all away; they come again with their numbers. */
  void end() {
    answer(any -> true);
  }
}
