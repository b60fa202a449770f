package afa.message;

/** Asks for the private pages of an event's talks. */
public record ReadReports(String event) implements BusMessage {}
