package afa.bluesky;

/**
 * Tells from the text of a frame that it is nothing for us, without reading its JSON. A quotation
 * mark within a JSON string has a backslash in front of it, so {@code "operation":"} can only be a
 * key; and as Jetstream writes its own keys before the record, the first is Jetstream's.
 */
final class QuickFrame {
  private static final String RECORD = "\"record\":";

  private QuickFrame() {}

  /** The time of an event that cannot be for us; -1 where the JSON must be read to know. */
  static long foreignTimeUs(String frame, Interest interest) {
    int record = frame.indexOf(RECORD);
    // What has no record deletes something, or is about an account; the rest is cut off.
    if (record < 0 || !frame.endsWith("}")) return -1;
    boolean created = isBefore(record, frame, "\"operation\":\"create\"");
    boolean foreign = created
        && (!isBefore(record, frame, "\"collection\":\"" + AtUri.POSTS + "\"")
            || !interest.mayBeIn(frame));
    return foreign ? timeUs(frame, record) : -1;
  }

  private static boolean isBefore(int end, String frame, String what) {
    int at = frame.indexOf(what);
    return at >= 0 && at < end;
  }

  private static long timeUs(String frame, int end) {
    int v1 = behind(frame, "\"time_us\":", end);
    if (v1 > 0) return number(frame, v1, end);
    int v2 = behind(frame, "\"time\":\"", end);
    int close = v2 > 0 ? frame.indexOf('"', v2) : -1;
    return close > 0 && close < end ? JetstreamTime.micros(frame.substring(v2, close)) : -1;
  }

  private static int behind(String frame, String key, int end) {
    int at = frame.indexOf(key);
    return at >= 0 && at < end ? at + key.length() : -1;
  }

  private static long number(String frame, int start, int end) {
    long number = 0;
    int i = start;
    // 17 digits cannot overflow, and are no time any more.
    for (; i < end && i < start + 17 && isDigit(frame.charAt(i)); i++) {
      number = 10 * number + frame.charAt(i) - '0';
    }
    return JetstreamTime.checked(number);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
