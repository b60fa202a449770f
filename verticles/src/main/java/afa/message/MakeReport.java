package afa.message;

/**
 * Asks for a private page about a talk, for those who gave it.
 *
 * @param talk its id
 * @param who for the record
 */
public record MakeReport(String event, String talk, String who) implements BusMessage {}
