package afa.message;

/**
 * Whose write it is: of two owners of a network the one with the higher number came later, and
 * nothing of the other is taken any more.
 *
 * @param network of an event, as in {@link ClaimSource}
 * @param number that {@link Claimed} gave
 */
public record Fence(String network, long number) {}
