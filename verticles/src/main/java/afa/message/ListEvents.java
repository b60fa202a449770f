package afa.message;

/** Asks which events there are. */
public record ListEvents() implements BusMessage {}
