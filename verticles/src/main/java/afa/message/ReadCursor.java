package afa.message;

/** Asks the store where a source goes on. */
public record ReadCursor(String event, String source) implements BusMessage {}
