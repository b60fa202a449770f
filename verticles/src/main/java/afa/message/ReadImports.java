package afa.message;

/**
 * Asks what became of the schedule each time it was another one, the newest first.
 *
 * @param limit most imports in the answer, 1 to {@link #MAX_LIMIT}
 */
public record ReadImports(String event, int limit) implements BusMessage {
  public static final int MAX_LIMIT = 50;
}
