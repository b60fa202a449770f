package afa.delivery;

/** A long-poll that has what there is and waits for more. */
final class WaitingPoll extends Ring.Member<WaitingPoll> {
  /** Those who come back at all do so at once. */
  private static final long REST_MILLIS = 5_000;

  private final Asker asker;
  private long since; // the last number the reader has
  private int limit;
  private int life; // of the log
  private long deadlineMillis; // when it is answered with nothing
  private long answeredMillis;

  /** Who waits for the answer. */
  interface Asker {
    /** Takes the answer at once. */
    void answer(PollAnswer answer);

    /** Takes the news that there is none. */
    void unavailable();

    /** Has not asked again for a while: the port is to watch its connection. */
    void rested();
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

  /** Waits for nothing since now. */
  void rest(long nowMillis) {
    answeredMillis = nowMillis;
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

  /** Whether it was not heard of for long after its answer. */
  boolean isForgotten(long nowMillis) {
    return nowMillis - answeredMillis > REST_MILLIS;
  }

  boolean isOfAnotherLife(Tail tail) {
    return life != tail.life();
  }
}
