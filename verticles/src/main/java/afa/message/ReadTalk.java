package afa.message;

/** Asks for one talk with all that is known of it, to edit it. */
public record ReadTalk(String event, String talk) implements BusMessage {}
