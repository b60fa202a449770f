package afa.message;

/** Asks a store which Redis it writes to. */
public record WhichStore() implements BusMessage {}
