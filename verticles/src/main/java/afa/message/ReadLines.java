package afa.message;

/**
 * Asks a node for the newest lines that a verticle has logged.
 *
 * @param verticle its name, or empty for the whole node
 * @param limit 1 to 500
 */
public record ReadLines(String verticle, int limit) implements BusMessage {}
