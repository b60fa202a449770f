package afa.store;

import java.security.SecureRandom;

/** Makes the names of the lives of logs. */
final class EpochIds {
  private static final SecureRandom RANDOM = new SecureRandom();

  private EpochIds() {}

  /**
   * 8 characters of 0-9 and a-z: 41 bits, so that two lives of one log share a name once in a
   * thousand billion. No dot, which separates epoch and number in the id of an event.
   */
  static String random() {
    long bits = RANDOM.nextLong() >>> 23;
    String digits = Long.toString(bits, 36);
    return "0".repeat(8 - digits.length()) + digits;
  }
}
