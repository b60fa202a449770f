package afa.message;

/**
 * Asks for the updates after a number.
 *
 * @param since the last number the reader has; 0 asks from the start
 * @param limit most updates in the answer, 1 to {@link #MAX_LIMIT}
 */
public record ReadLog(String event, long since, int limit) implements BusMessage {
  /** Keeps an answer below about a megabyte. */
  public static final int MAX_LIMIT = 1_000;
}
