package afa.delivery;

/** A long-poll that has what there is and waits for more. */
final class WaitingPoll extends Ring.Member<WaitingPoll> {
  private final Asker asker;
  private long since; // the last number the reader has
  private int limit;
  private int life; // of the log
  private long deadlineMillis; // when it is answered with nothing

  /** Who waits for the answer. */
  interface Asker {
    /** Takes the answer at once. */
    void answer(PollAnswer answer);

    /** Takes the news that there is none. */
    void unavailable();
  }

  WaitingPoll(Asker asker) {
    this.asker = asker;
  }

  /** Waits from now on, for this; once it is answered it may wait again. */
  void ask(long since, int limit, int life, long deadlineMillis) {
    this.since = since;
    this.limit = limit;
    this.life = life;
    this.deadlineMillis = deadlineMillis;
  }

  Asker asker() {
    return asker;
  }

  long since() {
    return since;
  }

  int limit() {
    return limit;
  }

  /** Whether it is answered now: there is something, or it waited long enough. */
  boolean isDue(Tail tail, long nowMillis) {
    return since < tail.head() || isOfAnotherLife(tail) || deadlineMillis <= nowMillis;
  }

  boolean isOfAnotherLife(Tail tail) {
    return life != tail.life();
  }
}
