package afa.benchmarks.delivery;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What the bench publishes: a mark, its sequence number, the time it was due, padding and an end
 * mark. Everything has a fixed place, so that a reader looks at 40 bytes of each message and no more.
 */
final class Message {
  /** So often {@link #MARK} opens a message; only every eighth byte is looked at to find it. */
  static final int MARKS = 8;

  /** Neither envelope nor framing of any server holds it. */
  static final byte MARK = '~';

  static final byte END = '!';

  /** With the envelope around it an update has about 600 bytes, as a post with a picture has. */
  static final int LENGTH = 430;

  static final int SEQUENCE_DIGITS = 10;
  static final int DUE_DIGITS = 14;

  /** What must be there before a message can be read. */
  static final int HEAD = MARKS + SEQUENCE_DIGITS + DUE_DIGITS;

  private static final String PADDING = "x".repeat(LENGTH - HEAD - 1) + (char) END;

  private Message() {}

  /**
   * The text of a message.
   *
   * @param dueMicros when it was due, in microseconds of the client's clock
   */
  static byte[] text(long sequence, long dueMicros) {
    byte[] text = new byte[LENGTH];
    Arrays.fill(text, 0, MARKS, MARK);
    digits(text, MARKS, SEQUENCE_DIGITS, sequence);
    digits(text, MARKS + SEQUENCE_DIGITS, DUE_DIGITS, dueMicros);
    byte[] padding = PADDING.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(padding, 0, text, HEAD, padding.length);
    return text;
  }

  private static void digits(byte[] text, int from, int count, long number) {
    long left = number;
    for (int i = from + count - 1; i >= from; i--) {
      text[i] = (byte) ('0' + left % 10);
      left /= 10;
    }
  }
}
