package afa.store;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Others are asked what they have seen of a log that is closed, and get time to answer. */
final class Inquiry {
  private final Duration time;
  private final Consumer<Situation> question;
  private final LongSupplier nanos;
  private long closedAt;
  private long askedAt;
  private String about = ""; // the life that was asked about; empty: nothing was asked

  /**
   * @param time how long others may take, from the question on
   * @param nanos the clock, as {@link System#nanoTime}
   */
  Inquiry(Duration time, Consumer<Situation> question, LongSupplier nanos) {
    this.time = time;
    this.question = question;
    this.nanos = nanos;
    closed();
  }

  /** The log is closed from now on; whatever was answered before is of no use. */
  void closed() {
    about = "";
    closedAt = nanos.getAsLong();
  }

  /** Asks about the life that the log should be in, once. */
  void ask(Situation now) {
    String life = now.most().epoch();
    if (life.equals(about)) return;
    question.accept(now);
    about = life;
    askedAt = nanos.getAsLong();
  }

  /** Whether answers may still come, or the question has yet to be asked. */
  boolean isOpen(Situation now) {
    if (now.isBlank()) return isWithin(time);
    return now.most().epoch().equals(about) ? since(askedAt) < time.toNanos() : !time.isZero();
  }

  /** Whether the log is closed for less than that. */
  boolean isWithin(Duration wait) {
    return since(closedAt) < wait.toNanos();
  }

  private long since(long then) {
    return nanos.getAsLong() - then;
  }
}
