package afa.message;

/** Asks what the log of an event has of the time of each of its sources. */
public record ReadCoverage(String event) implements BusMessage {}
