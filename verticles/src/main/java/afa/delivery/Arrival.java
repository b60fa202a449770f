package afa.delivery;

import java.time.DateTimeException;
import java.time.Instant;

/** When an update came to the house, read from its JSON without parsing all of it. */
final class Arrival {
  /** Inside of a text its quotes would be escaped. */
  private static final String KEY = "\"receivedAt\":\"";

  static final long UNKNOWN = 0;

  private Arrival() {}

  /** In milliseconds since 1970. */
  static long of(String json) {
    int start = json.lastIndexOf(KEY) + KEY.length();
    int end = json.indexOf('"', start);
    if (start < KEY.length() || end < 0) return UNKNOWN; // a retraction has none
    try {
      return Instant.parse(json.substring(start, end)).toEpochMilli();
    } catch (DateTimeException otherwise) {
      return UNKNOWN;
    }
  }
}
