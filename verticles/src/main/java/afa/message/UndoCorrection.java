package afa.message;

/**
 * Asks to take a correction back: its posts go where an earlier one put them, else where they are
 * computed to belong.
 *
 * @param correction its id
 * @param who for the record
 */
public record UndoCorrection(String event, String correction, String who) implements BusMessage {}
