package afa.benchmarks.delivery;

/** What one reader has of a run: tells a new message from one that came twice or too late. */
final class SequenceCheck {
  /** How far back the order is known; what is older counts as doubled. */
  private static final int WINDOW = 64;

  enum Verdict {
    NEXT,
    /** Something before it is missing, for now or for good. */
    AFTER_GAP,
    DOUBLED,
    /** New, but behind one with a higher number. */
    LATE
  }

  private long highest;
  private long window = -1; // bit i: highest - i was seen

  /**
   * Expects what follows.
   *
   * @param last number of the message before the first that counts
   */
  void startAfter(long last) {
    highest = last;
    window = -1;
  }

  long highest() {
    return highest;
  }

  Verdict see(long sequence) {
    long ahead = sequence - highest;
    if (ahead == 1) {
      highest = sequence;
      window = (window << 1) | 1;
      return Verdict.NEXT;
    }
    return ahead > 0 ? leap(sequence, ahead) : back(-ahead);
  }

  private Verdict leap(long sequence, long ahead) {
    highest = sequence;
    window = ahead >= WINDOW ? 1 : (window << ahead) | 1;
    return Verdict.AFTER_GAP;
  }

  private Verdict back(long behind) {
    if (behind >= WINDOW || (window & (1L << behind)) != 0) return Verdict.DOUBLED;
    window |= 1L << behind;
    return Verdict.LATE;
  }
}
