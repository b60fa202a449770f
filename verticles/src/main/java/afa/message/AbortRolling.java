package afa.message;

/**
 * Asks that no further node be restarted; the one whose turn it is ends its turn.
 *
 * @param who asks
 */
public record AbortRolling(String who) implements BusMessage {}
