package afa.benchmarks.delivery;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;

/** What all readers of a run got. Written by the loop of the readers; {@link #received} may be read by all. */
final class Tally {
  /** Delays beyond it count as it. */
  private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(10);

  private final Histogram delaysMicros = new Histogram(LONGEST_MICROS, 3);
  private final AtomicLong received = new AtomicLong();
  private long unpublished; // counted here first, as an atomic write for each message costs more
  private long countedFromMicros;
  private long gaps;
  private long doubled;
  private long late;
  private long torn;
  private long closed;

  /** Forgets everything; delays count from messages that are due then. */
  void restart(long countedFromMicros) {
    delaysMicros.reset();
    received.set(0);
    this.countedFromMicros = countedFromMicros;
    unpublished = gaps = doubled = late = torn = closed = 0;
  }

  void message(SequenceCheck.Verdict verdict, long dueMicros, long nowMicros) {
    if (verdict == SequenceCheck.Verdict.DOUBLED) {
      doubled++;
      return;
    }
    if (verdict == SequenceCheck.Verdict.LATE) late++;
    if (verdict == SequenceCheck.Verdict.AFTER_GAP) gaps++;
    unpublished++;
    if (dueMicros < countedFromMicros) return;
    delaysMicros.recordValue(Math.min(LONGEST_MICROS, Math.max(0, nowMicros - dueMicros)));
  }

  void torn() {
    torn++;
  }

  /** The server ended the connection. */
  void closed() {
    closed++;
  }

  /** Makes what was counted visible to other threads. */
  void publish() {
    if (unpublished == 0) return;
    received.lazySet(received.get() + unpublished);
    unpublished = 0;
  }

  /** Messages received by any reader since the restart, without doubled ones. */
  long received() {
    return received.get();
  }

  Faults faults(long expected) {
    return new Faults(Math.max(0, expected - received.get()), doubled, late, torn, closed);
  }

  /** As {@link #faults}, where readers come and go: each gap in what a reader got is a loss. */
  Faults faultsWithGaps() {
    return new Faults(gaps, doubled, late, torn, closed);
  }

  double millis(double percentile) {
    return delaysMicros.getValueAtPercentile(percentile) / 1e3;
  }

  double worstMillis() {
    return delaysMicros.getMaxValue() / 1e3;
  }

  /**
   * What must not happen.
   *
   * @param lost never came, at the end of the run
   * @param late came behind one with a higher number
   * @param torn without its end
   * @param closed connections that the server ended
   */
  record Faults(long lost, long doubled, long late, long torn, long closed) {
    static final Faults NONE = new Faults(0, 0, 0, 0, 0);

    Faults plus(Faults other) {
      return new Faults(
          lost + other.lost,
          doubled + other.doubled,
          late + other.late,
          torn + other.torn,
          closed + other.closed);
    }

    boolean isEmpty() {
      return equals(NONE);
    }
  }
}
