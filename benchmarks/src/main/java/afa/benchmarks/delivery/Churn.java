package afa.benchmarks.delivery;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Random;

/**
 * Readers that come and go: some leave politely, some by reset, and new ones come with a number that
 * is a while old. Numbers of the log are those of the messages, as nobody else publishes here.
 */
final class Churn {
  /** One of so many leaves each second. */
  private static final int LEAVES = 100;

  /** How old the number of a new reader may be. */
  private static final int OLDEST = 300;

  private final Readers readers;
  private final Random random = new Random(4);
  private final Queue<Long> returning = new ArrayDeque<>(); // last number of each
  private long left;
  private long returned;

  Churn(Readers readers) {
    this.readers = readers;
    readers.onEnd(reader -> returning.add(reader.check.highest()));
  }

  /** Lets readers come that know everything up to a number. */
  void come(int count, long sequence) {
    run(() -> {
      for (int i = 0; i < count; i++) open(sequence);
    });
  }

  /** A second of coming and going; whom the server has left comes back with the last number. */
  void second(long sequence) {
    run(() -> {
      returned += returning.size();
      while (!returning.isEmpty()) open(returning.remove());
      int leaving = readers.all().size() / LEAVES;
      for (int i = 0; i < leaving; i++) {
        replace(
            random.nextInt(readers.all().size()), Math.max(0, sequence - random.nextInt(OLDEST)));
      }
    });
  }

  /** How many of those who are here do not have everything. */
  long behind(long sequence) {
    return readers
        .call(() -> readers.all().stream()
                .filter(reader -> reader.check.highest() < sequence)
                .count()
            + returning.size())
        .join();
  }

  /** So many left by themselves. */
  long left() {
    return left;
  }

  /** So many were left by the server and came back. */
  long returned() {
    return returned;
  }

  private void replace(int place, long since) {
    readers.all().remove(place).leave(random.nextBoolean());
    left++;
    open(since);
  }

  private void open(long since) {
    readers.open("/events/bench/stream?since=" + since, since);
  }

  private void run(Runnable action) {
    readers
        .call(() -> {
          action.run();
          return null;
        })
        .join();
  }
}
