package afa.message;

/**
 * Asks that the address of a private page opens nothing any more.
 *
 * @param report its id
 * @param who for the record
 */
public record RevokeReport(String event, String report, String who) implements BusMessage {}
