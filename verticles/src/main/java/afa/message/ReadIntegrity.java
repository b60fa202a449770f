package afa.message;

/** Asks how complete what we have of an event is, in words and times for people. */
public record ReadIntegrity(String event) implements BusMessage {}
