package afa.benchmarks.delivery;

import java.nio.ByteBuffer;

/**
 * Finds messages in what a reader receives, however it was cut. It takes the bytes between messages
 * for what they are not: framing of HTTP and of events is never parsed. So each message must come in
 * one chunk, as it does from every server here; one that does not counts as torn.
 */
final class MessageScanner {
  /** At most so many bytes are kept of a message whose head is not complete. */
  static final int MOST_KEPT = Message.HEAD;

  /** Hears of each message. */
  interface Sink {
    void message(long sequence, long dueMicros);

    /** The end of a message is not where it should be. */
    void torn();
  }

  private final Sink sink;
  private int left; // bytes of the message that was begun, its end mark included

  MessageScanner(Sink sink) {
    this.sink = sink;
  }

  /**
   * Looks at the bytes from {@code from} to {@code to}.
   *
   * @param left what the last call for this reader left of a message, or 0
   * @return index of the first byte to be given again, before those that follow; {@code to} if none
   */
  int scan(ByteBuffer bytes, int from, int to, int left) {
    this.left = left;
    int at = body(bytes, from, to);
    while (this.left == 0) {
      int mark = find(bytes, at, to);
      if (mark + Message.HEAD > to) return mark;
      sink.message(
          number(bytes, mark + Message.MARKS, Message.SEQUENCE_DIGITS),
          number(bytes, mark + Message.MARKS + Message.SEQUENCE_DIGITS, Message.DUE_DIGITS));
      this.left = Message.LENGTH - Message.HEAD;
      at = body(bytes, mark + Message.HEAD, to);
    }
    return to;
  }

  /** How many bytes of the last message are still to come, to be given to the next call. */
  int left() {
    return left;
  }

  private int body(ByteBuffer bytes, int from, int to) {
    if (left == 0) return from;
    if (to - from < left) {
      left -= to - from;
      return to;
    }
    int end = from + left;
    if (bytes.get(end - 1) != Message.END) sink.torn();
    left = 0;
    return end;
  }

  /** Where a message, or what may become one, begins; {@code to} if nowhere. */
  private static int find(ByteBuffer bytes, int from, int to) {
    int at = from + Message.MARKS - 1;
    while (at < to) {
      if (bytes.get(at) == Message.MARK) {
        int start = at;
        while (start > from && bytes.get(start - 1) == Message.MARK) start--;
        int end = at + 1;
        while (end < to && end - start < Message.MARKS && bytes.get(end) == Message.MARK) end++;
        if (end - start == Message.MARKS || end == to) return start;
        at = end;
      }
      at += Message.MARKS;
    }
    int start = to;
    while (start > from && bytes.get(start - 1) == Message.MARK) start--;
    return start;
  }

  private static long number(ByteBuffer bytes, int from, int digits) {
    long number = 0;
    for (int i = from; i < from + digits; i++) number = number * 10 + (bytes.get(i) - '0');
    return number;
  }
}
