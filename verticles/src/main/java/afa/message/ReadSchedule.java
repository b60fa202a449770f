package afa.message;

/**
 * Asks for the talks of an event.
 *
 * @param known the version that the asker has, 0 for none: while it is the newest, the answer leaves
 *     the talks out
 */
public record ReadSchedule(String event, long known) implements BusMessage {}
