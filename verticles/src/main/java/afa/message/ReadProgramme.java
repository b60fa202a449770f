package afa.message;

/** Asks for all talks of an event as an organiser sees them, the dropped ones too. */
public record ReadProgramme(String event) implements BusMessage {}
