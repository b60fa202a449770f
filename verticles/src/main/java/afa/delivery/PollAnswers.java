package afa.delivery;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The answers of this moment: those who ask the same share one, and nearly all ask the same. As soon
 * as the log has something else to say they are forgotten.
 */
final class PollAnswers {
  /** An answer may have a thousand updates, so only a few are kept. */
  private static final int MOST = 8;

  private final String event;
  private final Tail tail;
  private final Map<Question, PollAnswer> answers = new LinkedHashMap<>();
  private int life;
  private long head;

  PollAnswers(String event, Tail tail) {
    this.event = event;
    this.tail = tail;
  }

  private record Question(long since, int limit) {}

  /**
   * What the tail has after a number.
   *
   * @param since from the tail's base; at the head for an empty answer
   */
  PollAnswer after(long since, int limit) {
    if (head != tail.head() || life != tail.life()) forget();
    Question question = new Question(since, limit);
    PollAnswer known = answers.get(question);
    return known == null ? encode(question) : known;
  }

  private PollAnswer encode(Question asked) {
    if (answers.size() == MOST) forget();
    PollAnswer answer = new PollAnswer(
        FeedAnswer.of(event, tail, tail.head(), asked.since(), asked.limit(), false),
        Math.max(0, Math.min(tail.head() - asked.since(), asked.limit())));
    answers.put(asked, answer);
    return answer;
  }

  /** Gives the memory of all answers back. */
  void forget() {
    answers.values().forEach(PollAnswer::release);
    answers.clear();
    life = tail.life();
    head = tail.head();
  }
}
